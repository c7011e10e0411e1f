package dev.triad.cloud.load;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long nothing was read of each consumer of each group while it could have been: what stands unread in the log is nobody's
 * silence, and neither is the time in which nothing was read. Times are in nanoseconds of one clock. Not thread-safe.
 */
final class Silence {
    private final long idleAfterNanos;
    /** Groups may have consumers of the same name. */
    private record Key(String group, String consumer) {}

    private final Map<Key, Long> since = new HashMap<>();

    Silence(Duration idleAfter) {
        this.idleAfterNanos = idleAfter.toNanos();
    }

    /** Waits for these from now on. */
    void await(String group, Collection<String> consumers, long now) {
        consumers.forEach(consumer -> since.put(new Key(group, consumer), now));
    }

    void heard(String group, String consumer, long now) {
        since.put(new Key(group, consumer), now);
    }

    /** There is more to read than was read at once: what is missing may stand there. */
    void behind(long now) {
        since.replaceAll((_, _) -> now);
    }

    /** Nothing was read for so long. */
    void excuse(long nanos) {
        since.replaceAll((_, time) -> time + nanos);
    }

    /** Those of a group that nobody need wait for. */
    Set<String> idle(String group, long now) {
        return since.entrySet().stream()
                .filter(consumer -> consumer.getKey().group().equals(group))
                .filter(consumer -> now - consumer.getValue() > idleAfterNanos)
                .map(consumer -> consumer.getKey().consumer())
                .collect(Collectors.toUnmodifiableSet());
    }
}
