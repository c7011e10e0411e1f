package dev.triad.ledger.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far each partition has been handed to the journal since it was assigned. */
final class Progress {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    void assigned(TopicPartition partition, long offset) {
        next.put(partition, offset);
    }

    void posted(TopicPartition partition, long nextOffset) {
        next.merge(partition, nextOffset, Math::max);
    }

    Map<TopicPartition, Long> snapshot() {
        return Map.copyOf(next);
    }
}
