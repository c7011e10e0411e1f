package dev.triad.ledger.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been handed to the journal. It never goes back, not even when a partition is assigned anew
 * and the books are behind: batches that were polled before may still come, and would leave a gap.
 */
final class Progress {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    void assigned(TopicPartition partition, long offset) {
        next.merge(partition, offset, Math::max);
    }

    void posted(TopicPartition partition, long nextOffset) {
        next.merge(partition, nextOffset, Math::max);
    }

    Map<TopicPartition, Long> snapshot() {
        return Map.copyOf(next);
    }
}
