package dev.triad.ledger.repricing;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.RatePublished;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Rates that change what is on the books. */
@Path("/api/v1/repricings")
@Tag(name = "Repricings")
public class RepricingResource {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
    private static final String JSON = "application/json";

    private final Proposals proposals;
    private final DryRuns dryRuns;
    private final Repricings repricings;

    RepricingResource(Proposals proposals, DryRuns dryRuns, Repricings repricings) {
        this.proposals = proposals;
        this.dryRuns = dryRuns;
        this.repricings = repricings;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Operation(
            operationId = "reprice",
            summary = "What a rate would change; with dryRun false it is published, and changes it")
    @APIResponse(
            responseCode = "200",
            description = "What the rate would change; nothing was published",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = RepricingView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "Kafka has the rate, now or before with the same Idempotency-Key; Location says what comes of it",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = RepricingView.class)))
    public RestResponse<RepricingView> reprice(
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid RepricingRequest request) {
        Proposal proposal = proposals.read(request);
        return request.isDryRun()
                ? RestResponse.ok(dryRun(proposal))
                : accepted(repricings.publish(key, proposal, request.publishedAt() != null));
    }

    @GET
    @Needs(Role.READER)
    @Path("/{id}")
    @Operation(operationId = "repricing", summary = "What became of a published rate, by the id of its event")
    public RepricingView repricing(@PathParam("id") UUID id) {
        return repricings.result(id);
    }

    private RepricingView dryRun(Proposal proposal) {
        return new RepricingView(
                null,
                proposal.group().group().name(),
                proposal.group().group().asset().toString(),
                "dry-run",
                rate(proposal.rate(), proposal.publishedAt()),
                dryRuns.run(proposal),
                null);
    }

    private static RestResponse<RepricingView> accepted(Repricings.Accepted accepted) {
        ResponseBuilder<RepricingView> response = ResponseBuilder.create(RestResponse.Status.ACCEPTED, accepted.view())
                .location(URI.create("/api/v1/repricings/" + accepted.view().id()))
                .header(IDEMPOTENCY_KEY, accepted.key());
        if (accepted.replayed()) {
            response.header(IDEMPOTENCY_REPLAYED, "true");
        }
        return response.build();
    }

    static RepricingView.ProposedRate rate(RatePublished rate, Instant publishedAt) {
        return new RepricingView.ProposedRate(
                rate.provider(),
                rate.resource(),
                rate.unitOfMeasure(),
                rate.list().toPlainString(),
                rate.marginalCost().toPlainString(),
                rate.fullCost().toPlainString(),
                rate.effectiveFrom(),
                publishedAt);
    }
}
