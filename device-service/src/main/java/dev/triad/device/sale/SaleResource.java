package dev.triad.device.sale;

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

/** Sales of devices and virtual goods over HTTP. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "sales")
public class SaleResource {
    private final DeviceTrade trade;

    SaleResource(DeviceTrade trade) {
        this.trade = trade;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("/devices")
    @Operation(summary = "Sells own devices; answers when Kafka has the sale")
    @APIResponseSchema(
            value = SaleView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
    public RestResponse<SaleView> sell(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid SellDevice body) {
        return created(trade.sell(key, body), "/api/v1/cohorts");
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("/skills/purchases")
    @Operation(summary = "Sells a skill or another virtual good; the unit earns its share of the price")
    @APIResponseSchema(
            value = SaleView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
    public RestResponse<SaleView> buy(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid BuySkill body) {
        return created(trade.buy(key, body), "/api/v1/products");
    }

    private static RestResponse<SaleView> created(Accepted accepted, String location) {
        return CommandResponse.created(accepted, location, SaleView.of(accepted.event()));
    }
}
