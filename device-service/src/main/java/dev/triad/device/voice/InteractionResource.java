package dev.triad.device.voice;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.CommandResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Voice interactions over HTTP. */
@Path("/api/v1/interactions")
@RunOnVirtualThread
@Tag(name = "voice")
public class InteractionResource {
    private final Interactions interactions;

    InteractionResource(Interactions interactions) {
        this.interactions = interactions;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Operation(summary = "Takes what is said to a device: a use of the cloud, or with lines an order for the store")
    @APIResponseSchema(
            value = InteractionView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
    public RestResponse<InteractionView> take(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid Interact body) {
        Accepted accepted = interactions.take(key, body);
        return CommandResponse.created(accepted, "/api/v1/cohorts", InteractionView.of(accepted.event()));
    }
}
