package dev.triad.ledger.repricing;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rate as it would be published; its fields are those of {@code triad.rate.published.v1}. */
public record RepricingRequest(
        @NotNull String group,
        @NotNull String provider,
        @NotNull String resource,
        @NotNull String unitOfMeasure,
        @NotNull String list,
        @NotNull String marginalCost,
        @NotNull String fullCost,
        @NotNull String effectiveFrom,

        @Schema(
                description =
                        "The ce_time of the publication; now when absent. Of two for the same moment the later one wins")
        @Nullable
        String publishedAt,

        @Schema(description = "Only computes what the rate would change, and publishes nothing; true when absent")
        @Nullable
        Boolean dryRun) {
    boolean isDryRun() {
        return dryRun == null || dryRun;
    }
}
