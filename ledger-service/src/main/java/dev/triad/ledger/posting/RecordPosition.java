package dev.triad.ledger.posting;

import dev.triad.events.Topics;

/**
 * Where a record stands in the log, written {@code sales-3-1042}.
 *
 * @param topic one of {@link Topics#EVENTS}
 * @param partition from 0
 * @param offset from 0
 */
public record RecordPosition(String topic, int partition, long offset) {
    private static final String PREFIX = "triad.";

    /** Whether another record stands in the same partition. */
    public boolean isBeside(RecordPosition other) {
        return isIn(other.topic, other.partition);
    }

    public boolean isIn(String someTopic, int somePartition) {
        return partition == somePartition && topic.equals(someTopic);
    }

    /** The short form, which names an entry. */
    @Override
    public String toString() {
        return topic.substring(PREFIX.length()) + "-" + partition + "-" + offset;
    }
}
