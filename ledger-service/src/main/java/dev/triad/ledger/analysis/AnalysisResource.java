package dev.triad.ledger.analysis;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mathematics of cross-subsidy and of shared costs on the user's own numbers; nothing is stored. */
@Path("/api/v1/analysis")
@Tag(name = "Analysis")
public class AnalysisResource {
    private final CostGames costGames;
    private final Allocations allocations;

    AnalysisResource(CostGames costGames, Allocations allocations) {
        this.costGames = costGames;
        this.allocations = allocations;
    }

    @POST
    @Needs(Role.READER)
    @Path("/cost-games")
    @Operation(
            operationId = "costGame",
            summary = "Whether what players pay is free of cross-subsidy: both tests of every coalition")
    public CostGameView costGame(@NotNull @Valid CostGameRequest request) {
        return costGames.play(request);
    }

    @POST
    @Needs(Role.READER)
    @Path("/allocations")
    @Operation(
            operationId = "allocation",
            summary = "What departments cost when services are shared: direct, step-down and reciprocal, side by side")
    public AllocationView allocation(@NotNull @Valid AllocationRequest request) {
        return allocations.allocate(request);
    }
}
