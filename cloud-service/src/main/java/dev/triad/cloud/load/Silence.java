package dev.triad.cloud.load;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long nothing was read of each consumer while it could have been: what stands unread in the log is nobody's
 * silence, and neither is the time in which nothing was read. Times are in nanoseconds of one clock. Not thread-safe.
 */
final class Silence {
    private final long idleAfterNanos;
    private final Map<String, Long> since = new HashMap<>();

    Silence(Duration idleAfter) {
        this.idleAfterNanos = idleAfter.toNanos();
    }

    /** Waits for these from now on. */
    void await(Collection<String> consumers, long now) {
        consumers.forEach(consumer -> since.put(consumer, now));
    }

    void heard(String consumer, long now) {
        since.put(consumer, now);
    }

    /** There is more to read than was read at once: what is missing may stand there. */
    void behind(long now) {
        since.replaceAll((_, _) -> now);
    }

    /** Nothing was read for so long. */
    void excuse(long nanos) {
        since.replaceAll((_, time) -> time + nanos);
    }

    /** Those that nobody need wait for. */
    Set<String> idle(long now) {
        return since.entrySet().stream()
                .filter(consumer -> now - consumer.getValue() > idleAfterNanos)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
