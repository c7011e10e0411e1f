package dev.triad.store.request;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.OrderRequested;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.store.sale.Basket;
import dev.triad.store.sale.BasketLine;
import dev.triad.store.sale.Till;
import java.util.List;

/**
 * Makes sales of order requests. A request is one order, however often it is read: the sale's id follows
 * from the request's.
 */
final class VoiceOrders {
    private VoiceOrders() {}

    /**
     * The sale that a request comes to, at the time of the request and with its attribution.
     *
     * @throws dev.triad.store.sale.UnknownSkuException when the catalogue does not have what is asked for
     */
    static CloudEvent sale(Source store, Till till, CloudEvent request, OrderRequested order) {
        List<BasketLine> lines = order.lines().stream()
                .map(line -> new BasketLine(line.sku(), line.quantity()))
                .toList();
        SaleRecorded sale = till.sell(new Basket(order.channel(), order.customer(), lines, order.attribution()));
        return new CloudEvent(
                EventIds.derived(
                        request.time(),
                        store,
                        "request",
                        request.source().toString(),
                        request.id().toString()),
                store,
                request.subject(),
                request.time(),
                sale);
    }
}
