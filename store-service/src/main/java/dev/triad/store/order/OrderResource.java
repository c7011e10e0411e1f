package dev.triad.store.order;

import dev.triad.access.Needs;
import dev.triad.access.Role;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @Needs(Role.OPERATOR)
    @Operation(summary = "Places an order; answers when Kafka has its sale")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
    public RestResponse<OrderView> place(
            @HeaderParam(CommandResponse.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid PlaceOrder body) {
        Accepted accepted = orders.place(key, body);
        // The answer is made from the event alone, so that it is the same however often it is asked for.
        OrderView view = OrderView.of(
                new Order(accepted.event(), (SaleRecorded) accepted.event().data()));
        return CommandResponse.created(accepted, "/api/v1/orders/" + view.id(), view);
    }

    @GET
    @Needs(Role.READER)
    @Path("/{id}")
    @Operation(summary = "One of the latest orders, with what has come back of it")
    public OrderView get(@QueryParam("group") @Nullable String group, @PathParam("id") @Size(max = 256) String id) {
        return orders.get(group, id);
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("/{id}/returns")
    @Operation(summary = "Takes lines of an order back; answers when Kafka has the return")
    @APIResponseSchema(
            value = ReturnView.class,
            responseCode = "201",
            responseDescription = "Accepted when Kafka has it, now or before with the same Idempotency-Key")
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
