package dev.triad.cli.workload;

import dev.triad.events.CloudEvent;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleReturned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes returns: of recent sales, in part or in full, and of sales that nobody knows. */
final class Returns {
    /** Of how many sales something may still come back. */
    private static final int OPEN_MAX = 4_096;

    private static final int REDUCED_IN_TEN_THOUSAND = 1_500;
    private static final int UNKNOWN_CENTS_MAX = 9_999;
    private static final String REASON = "not wanted";

    private final Chance chance;
    private final Tally tally;
    private final List<Order> open = new ArrayList<>(OPEN_MAX);
    private long unmatched;

    Returns(Chance chance, Tally tally) {
        this.chance = chance;
        this.tally = tally;
    }

    /** Something of this sale may come back from now on; another sale is forgotten when there are too many. */
    void mayComeBack(Order order) {
        if (open.size() < OPEN_MAX) {
            open.add(order);
        } else {
            open.set(chance.between(0, OPEN_MAX - 1), order);
        }
    }

    /** Whether there is a sale of which something may come back. */
    boolean isAnyOpen() {
        return !open.isEmpty();
    }

    /** A return of a sale made before, at that time or just after the sale. */
    CloudEvent matched(Instant time) {
        int index = chance.between(0, open.size() - 1);
        Order order = open.get(index);
        CloudEvent event =
                takeBack(order, time.isAfter(order.time()) ? time : order.time().plusMillis(1));
        if (order.lines().stream().allMatch(line -> line.remaining() == 0)) {
            open.set(index, open.getLast());
            open.removeLast();
        }
        return event;
    }

    CloudEvent unmatched(Seller seller, Instant time) {
        Item item = chance.oneOf(seller.items());
        int quantity = chance.between(1, 2);
        int cents = chance.between(1, UNKNOWN_CENTS_MAX);
        seller.refunded(quantity * Item.micros(cents));
        tally.endEntry();
        unmatched++;
        SaleReturned returned = new SaleReturned(
                null,
                List.of(new ReturnLine(null, item.sku(), BigDecimal.valueOf(quantity), Item.cents(cents))),
                REASON);
        return new CloudEvent(chance.id(time), seller.source(), "unknown-" + unmatched, time, returned);
    }

    private CloudEvent takeBack(Order order, Instant time) {
        List<ReturnLine> lines = new ArrayList<>();
        long contribution = 0;
        for (int i = 0; i < order.lines().size(); i++) {
            Order.Line line = order.lines().get(i);
            if (line.remaining() > 0 && (lines.isEmpty() || chance.between(0, 1) == 0)) {
                int quantity = chance.between(1, line.remaining());
                boolean reduced = chance.inTenThousand(REDUCED_IN_TEN_THOUSAND);
                long refund = quantity
                        * (reduced ? reducedMicros(line.item()) : line.item().priceMicros());
                lines.add(new ReturnLine(
                        i + 1, line.item().sku(), BigDecimal.valueOf(quantity), reduced ? reduced(line.item()) : null));
                line.giveBack(quantity);
                order.seller().returned(line.item(), order.time(), quantity, refund);
                contribution -= refund - quantity * line.item().costMicros();
            }
        }
        order.contribute(tally, contribution);
        tally.endEntry();
        return new CloudEvent(
                chance.id(time),
                order.seller().source(),
                order.subject(),
                time,
                new SaleReturned(order.id(), lines, REASON));
    }

    /** A refund of half the price, in whole cents. */
    private static BigDecimal reduced(Item item) {
        return Item.cents(item.price().unscaledValue().longValueExact() / 2);
    }

    private static long reducedMicros(Item item) {
        return Item.micros(item.price().unscaledValue().longValueExact() / 2);
    }
}
