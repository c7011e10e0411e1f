package dev.triad.ledger.closing;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Months of a group's books, and closing them. */
@Path("/api/v1/groups/{group}/periods")
@Tag(name = "Periods")
public class PeriodResource {
    private static final String JSON = "application/json";

    private final Periods periods;
    private final Closures closures;

    PeriodResource(Periods periods, Closures closures) {
        this.periods = periods;
        this.closures = closures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "periods", summary = "The months of a group's books, and which of them are closed")
    public PeriodsView periods(@PathParam("group") @Parameter(example = "amazon") String group) {
        return periods.of(group);
    }

    @GET
    @Needs(Role.READER)
    @Path("/{period}")
    @Operation(operationId = "period", summary = "How a month stands")
    public PeriodView period(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("period") @Parameter(example = "2025-12") String period) {
        return periods.one(group, Month.parse(period));
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("/{period}/close")
    @Operation(
            operationId = "closePeriod",
            summary = "Closes a month and all before it: what comes later is booked after it")
    @APIResponse(
            responseCode = "200",
            description = "It is closed, and was before",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = PeriodView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Kafka has the closing, now or before; Location says what comes of it",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = PeriodView.class)))
    public RestResponse<PeriodView> close(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("period") @Parameter(example = "2025-12") String period) {
        PeriodView view = closures.close(group, Month.parse(period));
        return view.state().equals(Periods.CLOSED)
                ? RestResponse.ok(view)
                : ResponseBuilder.create(RestResponse.Status.ACCEPTED, view)
                        .location(URI.create("/api/v1/groups/" + view.group() + "/periods/" + view.period()))
                        .build();
    }
}
