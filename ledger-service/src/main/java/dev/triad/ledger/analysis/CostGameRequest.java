package dev.triad.ledger.analysis;

import dev.triad.ledger.costgame.CostGame;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cost game: pools and who uses them, or a cost for every coalition; and what each player pays. Numbers are exact. */
public record CostGameRequest(
        @Schema(description = "Fixed costs that are there as soon as one of their users is served")
        @Nullable
        @Size(max = CostGameRequest.POOLS_MAX)
        List<@NotNull @Valid PoolRequest> pools,

        @Schema(description = "What serving each player costs beside the pools; nothing for those that are missing")
        @Nullable
        @Size(max = CostGameRequest.PLAYERS_MAX)
        Map<String, @NotNull String> ownCosts,

        @Schema(description = "Instead of pools: what serving each coalition costs, for every one of them")
        @Nullable
        @Size(max = CostGameRequest.COALITIONS_MAX)
        List<@NotNull @Valid CoalitionRequest> coalitions,

        @Schema(description = "What each player pays; this says who the players are")
        @NotNull
        @Size(min = 1, max = CostGameRequest.PLAYERS_MAX)
        Map<String, @NotNull String> revenues) {
    static final int PLAYERS_MAX = 64;
    static final int POOLS_MAX = 200;
    static final int COALITIONS_MAX = (1 << CostGame.PLAYERS_MAX) - 1;

    /** A pool; with usage, fully distributed cost divides it by that, and else by revenue. */
    public record PoolRequest(
            @NotNull String name,
            @NotNull String cost,
            @NotNull @Size(min = 1, max = PLAYERS_MAX) List<@NotNull String> users,
            @Nullable @Size(max = PLAYERS_MAX) Map<String, @NotNull String> usage,

            @Schema(
                    description =
                            "Makes the pool a capacity with economies of scale: each doubling of the usage brings the unit"
                                    + " cost down to this ratio, 0.5 to 1; needs usage, and at most 12 players")
            @Nullable
            String progressRatio) {}

    /** What serving these players, and no others, costs. */
    public record CoalitionRequest(
            @NotNull @Size(min = 1, max = CostGame.PLAYERS_MAX)
            List<@NotNull String> players,

            @NotNull String cost) {}
}
