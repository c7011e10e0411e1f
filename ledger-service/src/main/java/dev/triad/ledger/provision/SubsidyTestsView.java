package dev.triad.ledger.provision;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of cross-subsidy say of each unit that provides something to others. Verdicts are exact; amounts are shown
 * to the smallest unit.
 */
public record SubsidyTestsView(
        String group,
        String book,
        String asset,
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(description = "By how much each doubling of the volume brings down the unit cost", examples = "0.85")
        String progressRatio,

        List<ProviderView> providers) {
    /** A unit that provides something to others, tested twice. */
    public record ProviderView(
            String provider,

            @Schema(description = "Its cost pools, and who uses them")
            List<PoolView> pools,

            @Schema(description = "Fixed costs are there as soon as one of their users is served")
            GameView additive,

            @Schema(
                    description =
                            "Each pool of which the volume of every user is known is a capacity, dearer by volume the smaller it"
                                    + " is; none with more than 12 players")
            @Nullable
            GameView economiesOfScale) {}

    /** What a pool's account came to. */
    public record PoolView(String pool, String behaviour, List<String> users, String amount, String account) {}

    /** A cost game and its verdicts. */
    public record GameView(
            @Schema(description = "C(N), the cost of serving all")
            String cost,

            @Schema(description = "What all paid") String revenue,

            @Schema(description = "What all paid above what all cost; the tests hold it against nobody")
            String surplus,

            boolean subsidyFree,

            @Schema(
                    description =
                            "Whether every coalition was tested; of more than 12 players, each alone and all the others")
            boolean everyCoalition,

            List<TestedPlayer> players,

            @Schema(description = "How many coalitions fail a test; the answer names the first of them")
            int violationsTotal,

            @Schema(description = "The largest first") List<TestViolation> violations) {}

    /** A player: the customers outside, or a unit. */
    public record TestedPlayer(
            String player,
            String revenue,
            String standAloneCost,
            String incrementalCost,
            String fullyDistributedCost,
            String shapleyValue,
            String band,

            @Schema(description = "The accounts of what the player paid")
            List<String> accounts) {}

    /** A coalition that fails a test, by how much, and the accounts on both sides of the comparison. */
    public record TestViolation(
            List<String> coalition,
            String test,
            String amount,
            List<String> revenueAccounts,
            List<String> costAccounts) {}
}
