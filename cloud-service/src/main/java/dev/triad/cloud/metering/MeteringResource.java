package dev.triad.cloud.metering;

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

/** Metering over HTTP. */
@Path("/api/v1/usage")
@RunOnVirtualThread
@Tag(name = "metering")
public class MeteringResource {
    private final Metering metering;

    MeteringResource(Metering metering) {
        this.metering = metering;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Operation(summary = "Records a use of the cloud; answers when Kafka has it")
    @APIResponseSchema(
            value = UsageView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
    public RestResponse<UsageView> meter(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid Meter body) {
        Accepted accepted = metering.meter(key, body);
        return CommandResponse.created(accepted, "/api/v1/tenants", UsageView.of(accepted.event()));
    }
}
