package dev.triad.store.order;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.problem.ProblemException;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.Command;
import dev.triad.simulation.command.Commands;
import dev.triad.simulation.command.Draft;
import dev.triad.simulation.command.Stamp;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.store.order.Stores.Store;
import dev.triad.store.sale.Basket;
import dev.triad.store.sale.BasketLine;
import dev.triad.store.sale.UnknownSkuException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes orders and returns, and answers for the latest ones. */
@Singleton
public class Orders {
    private final Stores stores;
    private final OrderBook book;
    private final Commands commands;

    Orders(Stores stores, OrderBook book, Commands commands) {
        this.stores = stores;
        this.book = book;
        this.commands = commands;
    }

    /** Takes an order. */
    Accepted place(@Nullable String key, PlaceOrder order) {
        Store store = stores.require(order.group());
        return commands.submit(new Command(store.source(), "place-order", key, order, new Draft() {
            @Override
            public CloudEvent event(Stamp stamp) {
                return stamp.event("order-" + stamp.id(), sale(store, order));
            }

            @Override
            public void accepted(CloudEvent event) {
                book.recorded(event);
            }
        }));
    }

    /** The order of that id, in a group or in any. */
    OrderView get(@Nullable String group, String id) {
        return find(group, id)
                .flatMap(store -> book.look(store.source(), id, OrderView::of))
                .orElseThrow(() -> unknown(id));
    }

    /** Takes something back. */
    Accepted takeBack(@Nullable String group, @Nullable String key, String id, ReturnOrder request) {
        Store store = find(group, id).orElseGet(() -> stores.require(group));
        Object asked = List.of(id, request);
        return commands.submit(new Command(store.source(), "return-order", key, asked, new Draft() {
            @Override
            public CloudEvent event(Stamp stamp) {
                CloudEvent event = book.look(store.source(), id, order -> stamp.event(id, returned(order, request)))
                        .orElseThrow(() -> unknown(id));
                resumed(event);
                return event;
            }

            @Override
            public void resumed(CloudEvent event) {
                if (!book.admits(event)) {
                    throw ProblemCode.RETURN_EXCEEDS_SALE.exception(
                            "lines", "more would come back than was sold; GET /api/v1/orders/{id} tells what is left");
                }
            }

            @Override
            public void withdrawn(CloudEvent event) {
                book.forget(event);
            }
        }));
    }

    private Optional<Store> find(@Nullable String group, String id) {
        return stores.seen().stream()
                .filter(store -> group == null || store.source().group().equals(group))
                .filter(store -> book.look(store.source(), id, Order::event).isPresent())
                .findFirst();
    }

    private static SaleRecorded sale(Store store, PlaceOrder order) {
        List<BasketLine> lines = order.lines().stream()
                .map(line -> new BasketLine(line.sku(), line.quantity()))
                .toList();
        List<Attribution> attribution =
                Objects.requireNonNullElse(order.attribution(), List.<PlaceOrder.Attributed>of()).stream()
                        .map(one -> new Attribution(one.unit(), one.product(), one.cohort(), one.weight()))
                        .toList();
        String channel = Objects.requireNonNullElse(order.channel(), PlaceOrder.WEB);
        try {
            return store.till().sell(new Basket(channel, order.customer(), lines, attribution));
        } catch (UnknownSkuException e) {
            throw ProblemCode.UNKNOWN_SKU.exception(
                    "lines[" + (e.line() - 1) + "].sku", "is not in the catalogue; see GET /api/v1/catalogue");
        }
    }

    private static SaleReturned returned(Order order, ReturnOrder request) {
        List<ReturnLine> lines = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            ReturnOrder.Line line = request.lines().get(i);
            if (line.quantity().compareTo(order.remaining(line.line())) > 0) {
                throw ProblemCode.RETURN_EXCEEDS_SALE.exception(
                        "lines[" + i + "].quantity",
                        "of line " + line.line() + " "
                                + order.remaining(line.line()).toPlainString() + " can come back");
            }
            String sku = order.sale().lines().get(line.line() - 1).sku();
            lines.add(new ReturnLine(line.line(), sku, line.quantity(), null));
        }
        return new SaleReturned(order.event().id(), lines, request.reason());
    }

    private static ProblemException unknown(String id) {
        return ProblemCode.NOT_FOUND.exception("there is no order " + id + " among the latest " + OrderBook.ORDERS_MAX);
    }
}
