package dev.triad.ledger.stream;

import com.carrotsearch.hppc.LongArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What one reader has still to read: the numbers of entries in the window. A reader that is too slow loses the oldest,
 * and is told how many.
 */
final class Reader {
    private final StreamFilter filter;
    private final @Nullable Integer maxPerSecond;
    private final Allowance allowance;
    private final LongArrayDeque waiting = new LongArrayDeque();
    private final Map<GapReason, Long> lost = new EnumMap<>(GapReason.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private long offered;
    private long skipped;
    private long unseen;
    private long upTo;

    /** @param maxPerSecond how many entries it wants in a second; null for all */
    Reader(StreamFilter filter, @Nullable Integer maxPerSecond, LongSupplier nanoTime) {
        this.filter = filter;
        this.maxPerSecond = maxPerSecond;
        this.allowance = new Allowance(nanoTime);
    }

    /** What a reader takes at once: numbers of entries, and what it lost before them. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, and never compared.
    record Taken(long[] sequences, Map<GapReason, Long> lost) {}

    /**
     * How a reader stands.
     *
     * @param offered entries that its filter let through
     * @param position the number up to which all of them are dealt with
     */
    record Standing(long offered, long skipped, int waiting, long unseen, long position) {}

    StreamFilter filter() {
        return filter;
    }

    /**
     * Entries that the filter lets through, in order.
     *
     * @param newest the number up to which those are all
     */
    void offer(long[] matching, long newest) {
        lock.lock();
        try {
            admit(matching).forEach(waiting::addLast);
            trim();
            upTo = newest;
            if (!waiting.isEmpty()) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The same, of before all others: those that came while the reader was away. */
    void resume(long[] matching, long newest) {
        lock.lock();
        try {
            long[] admitted = admit(matching).toArray();
            for (int i = admitted.length - 1; i >= 0; i--) {
                waiting.addFirst(admitted[i]);
            }
            trim();
            upTo = Math.max(upTo, newest);
        } finally {
            lock.unlock();
        }
    }

    /** Entries that nobody could hold against the filter. */
    void lose(GapReason reason, long count) {
        lock.lock();
        try {
            unseen += count;
            lost.merge(reason, count, Long::sum);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Some that were taken had left the window before they could be sent. */
    void skip(int count) {
        lock.lock();
        try {
            skipped += count;
        } finally {
            lock.unlock();
        }
    }

    /** Some of what waits, or nothing when nothing came within the time. */
    Taken take(int most, long timeoutMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (waiting.isEmpty() && lost.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            long[] sequences = new long[Math.min(most, waiting.size())];
            for (int i = 0; i < sequences.length; i++) {
                sequences[i] = waiting.removeFirst();
            }
            Taken taken = new Taken(sequences, lost.isEmpty() ? Map.of() : new EnumMap<>(lost));
            lost.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** How it stands once all that it took is sent. */
    Standing standing() {
        lock.lock();
        try {
            return new Standing(
                    offered, skipped, waiting.size(), unseen, waiting.isEmpty() ? upTo : waiting.getFirst() - 1);
        } finally {
            lock.unlock();
        }
    }

    /** All of them, or as many as the reader wants, evenly. */
    private LongStream admit(long[] matching) {
        offered += matching.length;
        if (maxPerSecond == null) {
            return Arrays.stream(matching);
        }
        int wanted = Math.min(matching.length, allowance.available(maxPerSecond));
        allowance.spend(wanted, maxPerSecond);
        skipped += matching.length - wanted;
        return IntStream.range(0, wanted)
                .mapToLong(i -> matching[Math.toIntExact((long) i * matching.length / wanted)]);
    }

    /** What is further behind than the window reaches has left it. */
    private void trim() {
        while (waiting.size() > StreamLimits.WINDOW_ENTRIES) {
            waiting.removeFirst();
            skipped++;
        }
    }
}
