package dev.triad.ledger.claims;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Each sentence of the thesis with what a group's accounts say of it. */
public record ClaimsView(
        String group,
        String book,
        String asset,
        @Nullable Instant from,
        @Nullable Instant to,
        List<ClaimView> claims) {
    /** A sentence and its verdict. */
    public record ClaimView(
            int number,
            String claim,
            String metric,
            String formula,

            @Schema(description = "The metric, a ratio; missing where nothing could be measured") @Nullable
            String value,

            @Schema(description = "When the claim holds", examples = "at least 0.9")
            String threshold,

            @Schema(enumeration = {"holds", "fails", "not-applicable", "undecided"})
            String verdict,

            String why,

            @Schema(description = "Which unit plays which part")
            Map<String, String> units,

            @Schema(
                    description =
                            "What else belongs to the picture: amounts in the group's asset; a head-room is a ratio, a peak a day in UTC")
            Map<String, String> figures,

            @Schema(description = "Over which values of an assumption the verdict stands, all else equal")
            List<SensitivityView> sensitivity,

            @Schema(description = "The accounts behind it; their statements lead to the entries and events")
            List<String> accounts,

            @Schema(description = "Where to read on") List<String> links) {}

    /** An assumption, the value it was given, and from where to where the verdict is the same. */
    public record SensitivityView(
            String assumption,
            String meaning,
            String value,
            String from,
            String to,

            @Schema(description = "The range that was tried")
            List<String> tried) {}
}
