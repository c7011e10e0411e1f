package dev.triad.ledger.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the books have come in the log at one moment. Two of them tell how fast. */
public record IntakeView(
        @Schema(description = "The records taken from the log, of all partitions together")
        long posted,

        @Schema(description = "The records still to post; absent when the broker does not answer") @Nullable
        Long lag,

        @Schema(description = "When that was, in milliseconds since 1970")
        long atMillis,

        List<PartitionPosition> partitions) {

    static IntakeView of(List<PartitionPosition> partitions, Instant at) {
        long posted = partitions.stream().mapToLong(PartitionPosition::next).sum();
        return new IntakeView(posted, lag(partitions), at.toEpochMilli(), partitions);
    }

    /** One partition without a lag leaves that of all unknown, and so does a log of which nothing is known. */
    private static @Nullable Long lag(List<PartitionPosition> partitions) {
        List<Long> known = partitions.stream()
                .map(PartitionPosition::lag)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty() || known.size() < partitions.size()
                ? null
                : known.stream().mapToLong(Long::longValue).sum();
    }
}
