package dev.triad.cli.bench;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long it takes from the moment at which an event was due to be sent until the balance that it moves includes it.
 * Events that move the same account go through the same partition, so the k-th posting that an account shows is that
 * of the k-th event sent to it.
 */
final class Visibility {
    /** Marks an event that is sent and not timed. */
    static final long UNTIMED = Long.MIN_VALUE;

    /** How many digits of a time count. */
    static final int DIGITS = 3;

    private final Map<String, Queue<Long>> due = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Set<UUID> sent = new HashSet<>();
    private final Histogram micros = new Histogram(DIGITS);
    private int open;

    /**
     * Tells of an event that is about to be sent. One that was sent before moves nothing and is passed over.
     *
     * @param dueNanos when it was to be sent, by {@link System#nanoTime}, or {@link #UNTIMED}
     */
    synchronized void sending(String account, UUID event, long dueNanos) {
        if (sent.add(event)) {
            due.computeIfAbsent(account, _ -> new ArrayDeque<>()).add(dueNanos);
            open++;
        }
    }

    /** Tells of an answer: how many postings each account showed, and when the answer was there. */
    synchronized void answered(Map<String, Long> postings, long nanos) {
        postings.forEach((account, count) -> {
            Queue<Long> waiting = due.get(account);
            long before = seen.getOrDefault(account, 0L);
            for (long i = before; waiting != null && i < count; i++) {
                record(waiting.remove(), nanos);
            }
            seen.put(account, count);
        });
    }

    /** How many events were sent that no answer has shown yet. */
    synchronized int open() {
        return open;
    }

    /** The times that were taken, in microseconds. */
    synchronized Histogram micros() {
        return micros.copy();
    }

    private void record(long dueNanos, long nanos) {
        open--;
        if (dueNanos != UNTIMED) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos - dueNanos));
        }
    }
}
