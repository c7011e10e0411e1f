package dev.triad.cli.workload;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Makes sales of one to five lines, some of them led to by a device. */
final class Sales {
    private static final int VOICE_IN_TEN_THOUSAND = 1_200;
    private static final int ANOTHER_LINE_IN_TEN_THOUSAND = 4_500;
    private static final int LINES_MAX = 5;
    private static final int QUANTITY_MAX = 4;
    private static final int CUSTOMERS = 4_000;
    private static final List<String> PRODUCTS = List.of("echo", "echo-dot", "echo-show", "partner-speaker");
    private static final List<String> COHORTS = IntStream.rangeClosed(1, 13)
            .mapToObj(week -> String.format(Locale.ROOT, "2026-w%02d", week))
            .toList();
    private static final String DEVICE = "device";

    private final Chance chance;
    private final Tally tally;
    private long orders;

    Sales(Chance chance, Tally tally) {
        this.chance = chance;
        this.tally = tally;
    }

    /** Sells, and keeps the books of it. */
    Order sell(Seller seller, Instant time) {
        List<Order.Line> lines = lines(seller);
        boolean attributed = !seller.source().unit().equals(DEVICE) && chance.inTenThousand(VOICE_IN_TEN_THOUSAND);
        orders++;
        Order order = new Order(
                seller,
                seller.source().unit() + "-" + orders,
                chance.id(time),
                time,
                lines,
                attributed ? shares(seller.source().unit()) : List.of());
        keep(order);
        return order;
    }

    CloudEvent event(Order order) {
        List<SaleLine> lines = new ArrayList<>(order.lines().size());
        for (Order.Line line : order.lines()) {
            Item item = line.item();
            lines.add(new SaleLine(
                    item.sku(),
                    item.category(),
                    item.kind(),
                    BigDecimal.valueOf(line.quantity()),
                    item.price(),
                    item.cost()));
        }
        SaleRecorded sale = new SaleRecorded(
                order.shares().isEmpty() ? "web" : "voice",
                "customer-" + chance.between(1, CUSTOMERS),
                lines,
                null,
                order.shares().stream().map(Order.Share::attribution).toList());
        return new CloudEvent(order.id(), order.seller().source(), order.subject(), order.time(), sale);
    }

    private List<Order.Line> lines(Seller seller) {
        List<Order.Line> lines = new ArrayList<>();
        do {
            lines.add(new Order.Line(chance.oneOf(seller.items()), chance.between(1, QUANTITY_MAX)));
        } while (lines.size() < LINES_MAX && chance.inTenThousand(ANOTHER_LINE_IN_TEN_THOUSAND));
        return lines;
    }

    /** One or two products, whose shares of the sale come to the whole of it at most. */
    private List<Order.Share> shares(String unit) {
        int first = chance.between(1, Order.QUARTERS);
        if (first == Order.QUARTERS || chance.between(0, 2) > 0) {
            return List.of(share(unit, first));
        }
        return List.of(share(unit, first), share(unit, chance.between(1, Order.QUARTERS - first)));
    }

    private Order.Share share(String unit, int quarters) {
        String product = chance.oneOf(PRODUCTS);
        String cohort = chance.oneOf(COHORTS);
        return new Order.Share(
                new Attribution(DEVICE, product, cohort, Item.cents(quarters * 100L / Order.QUARTERS)),
                quarters,
                tally.account(DEVICE + ":memo:attributed-contribution:received:" + unit + ":" + product + ":" + cohort),
                tally.account(unit + ":memo:attributed-contribution:granted:" + DEVICE));
    }

    private void keep(Order order) {
        long contribution = 0;
        for (Order.Line line : order.lines()) {
            order.seller().sold(line.item(), order.time(), line.quantity());
            contribution +=
                    line.quantity() * (line.item().priceMicros() - line.item().costMicros());
        }
        order.contribute(tally, contribution);
        tally.endEntry();
    }
}
