package dev.triad.cli.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How the books came on, from looks at the next offset of each partition and at where the log ended. Not for use
 * by several threads.
 */
final class Advance {
    /** What is shorter is the ordinary pause between two batches. */
    private static final Duration STANDSTILL_LEAST = Duration.ofSeconds(1);

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> stalledSince = new HashMap<>();
    private final List<Span> standstills = new ArrayList<>();
    private boolean standing;
    private long standingSince;
    private long longestStall;

    /**
     * A look at both.
     *
     * @param now later than the one before
     * @param positions the next offset to post; 0 where a partition is missing
     * @param ends where the log ends; a partition that is missing has nothing to wait for
     */
    void look(long now, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        boolean waiting = false;
        boolean moved = false;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            TopicPartition partition = end.getKey();
            long position = positions.getOrDefault(partition, 0L);
            Long before = next.put(partition, position);
            boolean partitionMoved = before == null || before != position;
            boolean partitionWaits = position < end.getValue();
            stall(now, partition, partitionMoved, partitionWaits);
            moved |= partitionMoved;
            waiting |= partitionWaits;
        }
        standstill(now, waiting && !moved);
    }

    /** Nothing could be learned of the books: as far as anybody knows, they stand where they stood. */
    void blind(long now, Map<TopicPartition, Long> ends) {
        look(now, Map.copyOf(next), ends);
    }

    /** The longest time in which any one partition did not move although records waited in it. */
    Duration longestStall() {
        return Duration.ofNanos(longestStall);
    }

    /** The times in which no partition at all moved although records waited. */
    List<Span> standstills() {
        return List.copyOf(standstills);
    }

    private void stall(long now, TopicPartition partition, boolean moved, boolean waits) {
        Long since = stalledSince.get(partition);
        if (since != null) {
            longestStall = Math.max(longestStall, now - since);
        }
        if (!waits) {
            stalledSince.remove(partition);
        } else if (moved || since == null) {
            stalledSince.put(partition, now);
        }
    }

    private void standstill(long now, boolean stands) {
        if (standing && !stands && now - standingSince >= STANDSTILL_LEAST.toNanos()) {
            standstills.add(new Span(standingSince, now));
        }
        if (stands && !standing) {
            standingSince = now;
        }
        standing = stands;
    }
}
