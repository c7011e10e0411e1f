package dev.triad.ledger.analysis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the tests of cross-subsidy say. Numbers are exact: decimals, or fractions such as 1/6 where no decimal is. */
public record CostGameView(
        @Schema(description = "C(N), the cost of serving all", examples = "18")
        String cost,

        @Schema(description = "What all pay", examples = "18")
        String revenue,

        @Schema(description = "What all pay above what all cost; the tests hold it against nobody", examples = "0")
        String surplus,

        @Schema(description = "Whether every coalition passes both tests")
        boolean subsidyFree,

        @Schema(
                description =
                        "Whether every coalition was tested; of more than 12 players, each alone and all the others")
        boolean everyCoalition,

        List<PlayerView> players,

        @Schema(description = "How many coalitions fail a test; an answer names the first of them")
        int violationsTotal,

        @Schema(description = "The largest first") List<ViolationView> violations) {
    /** A player's revenue among what it could be held against. */
    public record PlayerView(
            String player,
            String revenue,

            @Schema(description = "C({i}), what serving this player alone would cost")
            String standAloneCost,

            @Schema(description = "C(N) − C(N∖{i}), what would not be spent without this player")
            String incrementalCost,

            @Schema(description = "Each pool by usage, or by revenue where usage is not known")
            String fullyDistributedCost,

            @Schema(description = "What the player adds to the cost, averaged over every order of coming")
            String shapleyValue,

            @Schema(
                    description =
                            "definite-recipient below incremental, definite-source above stand-alone cost; in between,"
                                    + " potential-recipient, neither or potential-source by fully distributed cost")
            String band) {}

    /** A coalition that fails a test, and by how much. */
    public record ViolationView(
            List<String> coalition,

            @Schema(description = "stand-alone-cost or incremental-cost")
            String test,

            String amount) {}
}
