package dev.triad.ledger.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the books have come in one partition of the log; end and lag are absent when the broker does not answer. */
public record PartitionPosition(
        String topic,
        int partition,

        @Schema(description = "The offset of the record that is posted next")
        long next,

        @Schema(description = "The offset that the next record of the log gets; absent when the broker does not answer")
        @Nullable
        Long end,

        @Schema(description = "The records still to post; absent when the broker does not answer") @Nullable
        Long lag) {

    static PartitionPosition of(String topic, int partition, long next, @Nullable Long end) {
        return new PartitionPosition(topic, partition, next, end, end == null ? null : Math.max(0, end - next));
    }
}
