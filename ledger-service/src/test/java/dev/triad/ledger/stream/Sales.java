package dev.triad.ledger.stream;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Events of a group with a store and a cloud, for readers to find. */
public final class Sales {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Sales() {}

    public static CloudEvent declared(String group) {
        Source source = new Source(group, "cloud");
        return new CloudEvent(
                EventIds.derived(NOON, source, group),
                source,
                group,
                NOON,
                new GroupDeclared(
                        "A group",
                        Asset.parse("USD/2"),
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("store", "Store", List.of()),
                                new DeclaredUnit("cloud", "Cloud", List.of()))));
    }

    /** A sale of one thing for a price. */
    public static CloudEvent sale(String group, String unit, String subject, Instant time, String price) {
        Source source = new Source(group, unit);
        return new CloudEvent(
                EventIds.derived(time, source, subject, price),
                source,
                subject,
                time,
                "key-of-" + subject,
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "Straße-" + subject,
                                "things",
                                LineKind.GOODS,
                                BigDecimal.ONE,
                                new BigDecimal(price),
                                null)),
                        null,
                        List.of()));
    }

    /** Sales {@code order-from} up to, but without, {@code order-to}, a second apart. */
    public static List<CloudEvent> sales(String group, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> sale(group, "store", "order-" + i, NOON.plusSeconds(i), "10.00"))
                .toList();
    }
}
