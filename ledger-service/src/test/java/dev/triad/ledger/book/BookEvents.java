package dev.triad.ledger.book;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of which the tests of books make theirs: a cloud that a store and customers outside use. */
final class BookEvents {
    static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private BookEvents() {}

    static CloudEvent declared(String group) {
        return declared(group, TransferPriceMethod.FULL_COST);
    }

    static CloudEvent declared(String group, TransferPriceMethod method) {
        return declared(
                group,
                method,
                new DeclaredUnit("cloud", "Cloud", List.of()),
                new DeclaredUnit("store", "Store", List.of()));
    }

    static CloudEvent declared(String group, TransferPriceMethod method, DeclaredUnit... units) {
        return event(
                new Source(group, "cloud"),
                MARCH,
                "group",
                new GroupDeclared(group, Asset.parse("USD/9"), method, List.of(units)));
    }

    static CloudEvent rate(String group, String name, String list, String marginal, String full, Instant from) {
        return event(
                new Source(group, "cloud"),
                from,
                "rate-" + name,
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal(list),
                        new BigDecimal(marginal),
                        new BigDecimal(full),
                        from));
    }

    static CloudEvent sale(String group) {
        return event(
                new Source(group, "store"),
                MARCH.plus(Duration.ofDays(2)),
                "order",
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "mug", "kitchen", LineKind.GOODS, BigDecimal.TWO, BigDecimal.TEN, new BigDecimal("6"))),
                        null,
                        List.of(new Attribution("cloud", "search", "2026-w09", new BigDecimal("0.5")))));
    }

    static CloudEvent returned(String group, CloudEvent sale) {
        return event(
                new Source(group, "store"),
                MARCH.plus(Duration.ofDays(3)),
                "back",
                new SaleReturned(sale.id(), List.of(new ReturnLine(1, "mug", BigDecimal.ONE, null)), null));
    }

    static UsageRecorded usage(String consumer, BigDecimal quantity) {
        return new UsageRecorded(
                "cloud",
                consumer,
                consumer.equals("store") ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                "compute",
                quantity,
                "hour",
                null,
                Map.of());
    }

    static CloudEvent event(Source source, Instant time, String name, Event data) {
        UUID id = EventIds.derived(time, source, name);
        return new CloudEvent(id, source, name, time, data);
    }
}
