package dev.triad.cli.faults;

import java.time.Duration;
import java.util.List;

/** What a ledger said of itself, held against what it could do. */
final class Readiness {
    /**
     * One answer of the readiness probe.
     *
     * @param asked when, by {@link System#nanoTime}
     * @param ready whether it said ready; no answer is not ready
     */
    record Answer(long asked, boolean ready) {}

    private Readiness() {}

    /**
     * The longest time without a break in which a ledger said that it was ready and posted nothing, although
     * records waited.
     *
     * @param answers in the order of time
     */
    static Duration untrue(List<Answer> answers, List<Span> standstills) {
        long longest = 0;
        for (Span span : standstills) {
            longest = Math.max(longest, longestRun(answers, span));
        }
        return Duration.ofNanos(longest);
    }

    private static long longestRun(List<Answer> answers, Span span) {
        long longest = 0;
        long first = 0;
        boolean running = false;
        for (Answer answer : answers) {
            if (answer.asked() < span.from() || answer.asked() > span.to()) {
                continue;
            }
            if (answer.ready() && !running) {
                first = answer.asked();
            }
            running = answer.ready();
            if (running) {
                longest = Math.max(longest, answer.asked() - first);
            }
        }
        return longest;
    }
}
