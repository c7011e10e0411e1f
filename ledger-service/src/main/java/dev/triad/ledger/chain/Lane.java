package dev.triad.ledger.chain;

import dev.triad.ledger.posting.RecordPosition;

/** The names of the chain's lanes: one for each partition of the log, and one for what suspense posts. */
public final class Lane {
    /** What waited or was quarantined, and posts after its batch. */
    public static final String SUSPENSE = "suspense";

    private static final String PREFIX = "triad.";

    private Lane() {}

    /** The lane of a partition, written as the positions in it begin: {@code sales-3}. */
    public static String of(String topic, int partition) {
        return topic.substring(PREFIX.length()) + "-" + partition;
    }

    public static String of(RecordPosition position) {
        return of(position.topic(), position.partition());
    }
}
