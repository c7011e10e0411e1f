package dev.triad.ledger.stream;

import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the journal leaves what it has just made durable. It never waits here: what is too much, or wanted by nobody, is
 * counted and let go.
 */
final class HandOver {
    private final int entriesMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private List<Posted> waiting = new ArrayList<>();
    private boolean wanted;
    private long unwanted;
    private long overrun;
    private long repriced;

    HandOver(int entriesMax) {
        this.entriesMax = entriesMax;
    }

    /**
     * What has come since the last time.
     *
     * @param unwanted how many entries came while nobody wanted any
     * @param overrun how many were too many
     * @param repriced how many a rate priced anew beyond those that are shown
     */
    record Handed(List<Posted> entries, long unwanted, long overrun, long repriced) {}

    void offer(Journal.Committed committed) {
        List<Posted> differences = committed.repriced().first();
        int shown = committed.posted().size() + differences.size();
        long beyond = committed.repriced().entries() - differences.size();
        if (shown == 0) {
            return;
        }
        lock.lock();
        try {
            if (!wanted) {
                unwanted += shown + beyond;
            } else if (waiting.size() + shown > entriesMax) {
                overrun += shown + beyond;
                arrived.signal();
            } else {
                waiting.addAll(committed.posted());
                waiting.addAll(differences);
                repriced += beyond;
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on somebody wants entries, or nobody does. */
    void want(boolean somebody) {
        lock.lock();
        try {
            wanted = somebody;
        } finally {
            lock.unlock();
        }
    }

    /** Returns once something has come, or the time is over. */
    void await(long timeoutMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (waiting.isEmpty() && overrun == 0 && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** All that has come. */
    Handed drain() {
        lock.lock();
        try {
            Handed handed = new Handed(waiting, unwanted, overrun, repriced);
            waiting = new ArrayList<>();
            unwanted = 0;
            overrun = 0;
            repriced = 0;
            return handed;
        } finally {
            lock.unlock();
        }
    }
}
