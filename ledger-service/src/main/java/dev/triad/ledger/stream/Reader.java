package dev.triad.ledger.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one reader has still to read. It never holds more than its bound: a reader that is too slow loses the
 * oldest, and is told how many.
 */
final class Reader {
    /** The most entries that wait for one reader. */
    static final int WAITING_MAX = 1_000;

    private final StreamFilter filter;
    private final ArrayDeque<StreamedEntry> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private long dropped;

    Reader(StreamFilter filter) {
        this.filter = filter;
    }

    /** What a reader takes at once: entries, and how many it lost before them. */
    record Taken(List<StreamedEntry> entries, long dropped) {
        Taken {
            entries = List.copyOf(entries);
        }
    }

    void offer(StreamedEntry entry) {
        if (!filter.matches(entry)) {
            return;
        }
        lock.lock();
        try {
            if (waiting.size() == WAITING_MAX) {
                waiting.removeFirst();
                dropped++;
            }
            waiting.addLast(entry);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** All that waits, or nothing when nothing came within the time. */
    Taken take(long timeoutMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            Taken taken = new Taken(new ArrayList<>(waiting), dropped);
            waiting.clear();
            dropped = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
