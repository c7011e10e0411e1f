package dev.triad.store.order;

import dev.triad.events.SaleRecorded;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.CommandResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders and returns over HTTP. */
@Path("/api/v1/orders")
@RunOnVirtualThread
@Tag(name = "orders")
public class OrderResource {
    private final Orders orders;

    OrderResource(Orders orders) {
        this.orders = orders;
    }

    @POST
    @Operation(summary = "Places an order; answers when Kafka has its sale")
    @APIResponse(responseCode = "201", description = "Accepted, now or before with the same Idempotency-Key")
    @APIResponse(responseCode = "422", description = "unknown-sku, unknown-group, idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "Kafka did not acknowledge; nothing is half done")
    public RestResponse<OrderView> place(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid PlaceOrder body) {
        Accepted accepted = orders.place(key, body);
        // The answer is made from the event alone, so that it is the same however often it is asked for.
        OrderView view = OrderView.of(
                new Order(accepted.event(), (SaleRecorded) accepted.event().data()));
        return CommandResponse.created(accepted, "/api/v1/orders/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the latest orders, with what has come back of it")
    @APIResponse(responseCode = "200", description = "The order")
    @APIResponse(responseCode = "404", description = "There is none, or it is too old")
    public OrderView get(@QueryParam("group") @Nullable String group, @PathParam("id") @Size(max = 256) String id) {
        return orders.get(group, id);
    }

    @POST
    @Path("/{id}/returns")
    @Operation(summary = "Takes lines of an order back; answers when Kafka has the return")
    @APIResponse(responseCode = "201", description = "Accepted, now or before with the same Idempotency-Key")
    @APIResponse(responseCode = "404", description = "There is no such order, or it is too old")
    @APIResponse(responseCode = "422", description = "return-exceeds-sale, idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "Kafka did not acknowledge; nothing is half done")
    public RestResponse<ReturnView> takeBack(
            @QueryParam("group") @Nullable String group,
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key,
            @PathParam("id") @Size(max = 256) String id,
            @NotNull @Valid ReturnOrder body) {
        Accepted accepted = orders.takeBack(group, key, id, body);
        return CommandResponse.created(
                accepted, "/api/v1/orders/" + accepted.event().subject(), ReturnView.of(accepted.event()));
    }
}
