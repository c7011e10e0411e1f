package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.Period;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Streams of events of a group with a store, a cloud and a device unit, made from a seed. */
public final class Streams {
    public static final Source STORE = new Source("amazon", "store");
    public static final Source CLOUD = new Source("amazon", "cloud");
    public static final Source DEVICE = new Source("amazon", "device");
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> RESOURCES = List.of("compute", "storage");
    private static final Duration USUAL_SPAN = Duration.ofDays(5);
    private static final EventCodec CODEC = new EventCodec();

    private final RandomGenerator random;
    private final List<CloudEvent> events = new ArrayList<>();

    private final Source store;
    private final Source cloud;
    private final Source device;

    private final LongFunction<UUID> ids;

    private final Duration span;

    private Streams(String group, long seed, LongFunction<UUID> ids, Duration span) {
        this.span = span;
        this.ids = ids;
        this.store = new Source(group, "store");
        this.cloud = new Source(group, "cloud");
        this.device = new Source(group, "device");
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A declaration, rates with corrections, and as many further events, with returns within their sales. */
    public static List<CloudEvent> of(long seed, int size) {
        return of(STORE.group(), seed, size);
    }

    /** The same for a group of another name. */
    public static List<CloudEvent> of(String group, long seed, int size) {
        return of(group, seed, size, number -> new UUID(0x7000, number));
    }

    /** The same with ids of one's own, by the number of the event from 1. */
    public static List<CloudEvent> of(String group, long seed, int size, LongFunction<UUID> ids) {
        return of(group, seed, size, ids, USUAL_SPAN);
    }

    /** The same, whose events happen within a span from {@link #START}. */
    public static List<CloudEvent> of(String group, long seed, int size, LongFunction<UUID> ids, Duration span) {
        return new Streams(group, seed, ids, span).generate(size);
    }

    public static CloudEvent declaration() {
        return declaration(CLOUD, new UUID(0x7000, 1));
    }

    private static CloudEvent declaration(Source cloud, UUID id) {
        return event(
                id,
                cloud,
                cloud.group(),
                START,
                new GroupDeclared(
                        "Amazon",
                        Asset.parse("USD/9"),
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("store", "Store", List.of()),
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("device", "Device", List.of("store", "cloud")))));
    }

    public static CloudEvent event(UUID id, Source source, String subject, Instant time, Event data) {
        return new CloudEvent(id, source, subject, time, data);
    }

    /** An event as it comes from the log, at an offset. */
    public static Received received(CloudEvent event, long offset) {
        return received(event, 0, offset);
    }

    /** The same, at an offset of a partition. */
    public static Received received(CloudEvent event, int partition, long offset) {
        byte[] value = CODEC.encode(event.data());
        RawRecord raw = new RawRecord(
                new RecordPosition(event.type().topic(), partition, offset), event.time(), null, List::of, value);
        return new Received.Decoded(raw, event, Digest.of(event, value));
    }

    private List<CloudEvent> generate(int size) {
        events.add(declaration(cloud, ids.apply(1)));
        for (String resource : RESOURCES) {
            for (int i = 0; i < 4; i++) {
                rate(resource);
            }
            rate(resource, START);
        }
        while (events.size() < size) {
            switch (random.nextInt(6)) {
                case 0, 1 -> sale();
                case 2, 3 -> usage();
                case 4 -> charged();
                default -> cost();
            }
        }
        return events;
    }

    private void rate(String resource) {
        rate(resource, START.plus(Duration.ofHours(random.nextInt(0, (int) (span.toHours() * 4 / 5)))));
    }

    private void rate(String resource, Instant from) {
        add(
                cloud,
                resource,
                from.minus(Duration.ofMinutes(random.nextInt(600))),
                new RatePublished("cloud", resource, "hour", decimal(6), decimal(6), decimal(6), from));
    }

    private void sale() {
        boolean isDevice = random.nextBoolean();
        List<SaleLine> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            lines.add(new SaleLine(
                    "sku-" + i,
                    "things",
                    isDevice ? LineKind.DEVICE : i == 2 ? LineKind.FEE : LineKind.GOODS,
                    BigDecimal.valueOf(random.nextInt(1, 6)),
                    decimal(3),
                    random.nextInt(5) == 0 ? null : decimal(3)));
        }
        SaleRecorded sale = new SaleRecorded("web", null, lines, null, attribution());
        Source source = isDevice ? device : store;
        CloudEvent event = add(source, "order", time(), sale);
        if (random.nextInt(3) == 0) {
            returns(event, sale);
        }
    }

    private List<Attribution> attribution() {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(
                        new Attribution("device", "echo", "2026-w01", new BigDecimal("0.333")),
                        new Attribution("cloud", "search", "2026-w01", new BigDecimal("0.667")));
    }

    private void returns(CloudEvent sold, SaleRecorded sale) {
        for (int line = 1; line <= sale.lines().size(); line++) {
            SaleLine item = sale.lines().get(line - 1);
            BigDecimal left = item.quantity();
            while (left.signum() > 0 && random.nextBoolean()) {
                BigDecimal quantity = left.min(new BigDecimal("0.7").add(BigDecimal.valueOf(random.nextInt(3))));
                left = left.subtract(quantity);
                BigDecimal price = random.nextInt(4) == 0 ? item.unitPrice() : null;
                add(
                        sold.source(),
                        "order",
                        sold.time().plusSeconds(60),
                        new SaleReturned(sold.id(), List.of(new ReturnLine(line, item.sku(), quantity, price)), null));
            }
        }
    }

    private void usage() {
        add(cloud, "usage", time(), usage(random.nextInt(3), null));
    }

    private void charged() {
        add(
                cloud,
                "usage",
                time(),
                usage(random.nextInt(3), new Charge(decimal(9).negate(), decimal(9))));
    }

    private UsageRecorded usage(int consumer, @Nullable Charge charge) {
        return new UsageRecorded(
                "cloud",
                List.of("store", "device", "acme").get(consumer),
                consumer == 2 ? ConsumerKind.TENANT : ConsumerKind.UNIT,
                RESOURCES.get(random.nextInt(RESOURCES.size())),
                decimal(7),
                "hour",
                charge,
                Map.of());
    }

    private void cost() {
        Instant time = time();
        add(
                cloud,
                "capacity",
                time,
                new CostIncurred(
                        "cloud",
                        "capacity",
                        random.nextBoolean() ? CostBehaviour.FIXED : CostBehaviour.VARIABLE,
                        decimal(4),
                        List.of("store", CostIncurred.EXTERNAL),
                        new Period(time, time.plusSeconds(3_600))));
    }

    private Instant time() {
        return START.plus(Duration.ofMillis(random.nextLong(span.toMillis())));
    }

    private BigDecimal decimal(int scale) {
        return BigDecimal.valueOf(random.nextLong(1, 5_000_000), scale);
    }

    private CloudEvent add(Source source, String subject, Instant time, Event data) {
        CloudEvent event = event(ids.apply(events.size() + 1L), source, subject, time, data);
        events.add(event);
        return event;
    }
}
