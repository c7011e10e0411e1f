package dev.triad.ledger.policy;

import dev.triad.events.Attribution;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.Event;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.posting.Streams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in a group with a store, a cloud and a device unit, event by event, and what books make of it. */
final class Business {
    private final List<CloudEvent> events = new ArrayList<>(List.of(Streams.declaration()));

    List<CloudEvent> events() {
        return events;
    }

    Map<String, BigInteger> book(Policy policy) {
        return Derived.balances(events, policy);
    }

    /** Dollars in the smallest unit. */
    static BigInteger amount(String money) {
        return new BigDecimal(money).movePointRight(9).toBigIntegerExact();
    }

    void rate(String list, String marginal, String full, Duration after) {
        add(
                Streams.CLOUD,
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal(list),
                        new BigDecimal(marginal),
                        new BigDecimal(full),
                        Streams.START.plus(after)));
    }

    void usage(String consumer, String quantity, @Nullable Charge charge) {
        add(
                Streams.CLOUD,
                new UsageRecorded(
                        "cloud",
                        consumer,
                        consumer.equals("acme") ? ConsumerKind.TENANT : ConsumerKind.UNIT,
                        "compute",
                        new BigDecimal(quantity),
                        "hour",
                        charge,
                        Map.of()));
    }

    void sale(Source seller, LineKind kind, String price, String cost, String attributedTo) {
        sale(seller, attributedTo, line("sku", kind, "1", price, cost));
    }

    /** Half of which is attributed to a product of another unit, unless that is null. */
    void sale(Source seller, @Nullable String attributedTo, SaleLine... lines) {
        add(
                seller,
                new SaleRecorded(
                        "web",
                        null,
                        List.of(lines),
                        null,
                        attributedTo == null
                                ? List.of()
                                : List.of(
                                        new Attribution(attributedTo, "product", "2026-w01", new BigDecimal("0.5")))));
    }

    static SaleLine line(String sku, LineKind kind, String quantity, String price, @Nullable String cost) {
        return new SaleLine(
                sku,
                "things",
                kind,
                new BigDecimal(quantity),
                new BigDecimal(price),
                cost == null ? null : new BigDecimal(cost));
    }

    /** Some of the first line of the last sale comes back. */
    void returned(String quantity, @Nullable String unitPrice) {
        CloudEvent sold = events.stream()
                .filter(event -> event.data() instanceof SaleRecorded)
                .reduce((_, last) -> last)
                .orElseThrow();
        add(
                sold.source(),
                new SaleReturned(
                        sold.id(),
                        List.of(new ReturnLine(
                                1,
                                ((SaleRecorded) sold.data()).lines().getFirst().sku(),
                                new BigDecimal(quantity),
                                unitPrice == null ? null : new BigDecimal(unitPrice))),
                        null));
    }

    /** A refund for what nobody knows to have been sold. */
    void refunded(Source seller, String quantity, String unitPrice) {
        add(
                seller,
                new SaleReturned(
                        null,
                        List.of(new ReturnLine(null, "sku", new BigDecimal(quantity), new BigDecimal(unitPrice))),
                        null));
    }

    /** All of them happen two hours after the beginning, and arrive in their order. */
    void add(Source source, Event data) {
        events.add(Streams.event(
                new UUID(0x7000, events.size() + 100L),
                source,
                "subject",
                Streams.START.plus(Duration.ofHours(2)).plusSeconds(events.size()),
                data));
    }
}
