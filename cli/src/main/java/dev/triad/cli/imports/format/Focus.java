package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Row;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Names;
import dev.triad.events.Period;
import dev.triad.events.UsageRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cloud bill in the FinOps FOCUS format. Read as the provider's: each row is a usage by an outside tenant with
 * its explicit charge. Read as {@linkplain Settings#internal() one's own}: each row is what the cloud unit pays
 * to its vendor, a cost that one consumer alone causes, and at the same time what that consumer, a unit of the
 * group, is charged for it. The cloud unit then comes out even, and every other unit bears what it used.
 */
public final class Focus implements Format {
    /** The consumer of what a bill puts down to nobody. */
    static final String UNTAGGED = "untagged";

    private final Settings settings;
    private final String provider;
    private final Preamble preamble;
    private final NaturalIds ids;

    /** The consumers by name, as people write them. */
    private final TreeMap<String, String> consumers = new TreeMap<>();

    public Focus(Settings settings) {
        this.settings = settings;
        this.provider = settings.source().unit();
        this.preamble = new Preamble(settings);
        this.ids = new NaturalIds(settings.source());
    }

    @Override
    public List<Column> columns() {
        return FocusCharge.COLUMNS;
    }

    @Override
    public String measure() {
        return settings.asset().code();
    }

    @Override
    public void survey(Row row) {
        FocusCharge charge = FocusCharge.of(row, settings);
        String name = consumerName(charge);
        String consumer = Names.slug(name);
        usage(row, charge, consumer.equals(provider) ? UNTAGGED : consumer);
        preamble.see(charge.from());
        if (settings.internal() && !consumer.equals(provider)) {
            consumers.putIfAbsent(consumer, displayed(name));
        }
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        List<DeclaredUnit> units = new ArrayList<>();
        units.add(new DeclaredUnit(provider, provider, List.of()));
        consumers.forEach((unit, name) -> units.add(new DeclaredUnit(unit, name, List.of())));
        return preamble.declare(known, units);
    }

    @Override
    public void read(Row row, Output output) {
        FocusCharge charge = FocusCharge.of(row, settings);
        String consumer = Names.slug(consumerName(charge));
        boolean ownUse = settings.internal() && consumer.equals(provider);
        output.classify(category(charge), becomes(), charge.billed());
        if (!ownUse) {
            UsageRecorded usage = usage(row, charge, consumer);
            output.event(new CloudEvent(
                    ids.next(charge.from(), FocusCharge.key(row)), settings.source(), consumer, charge.from(), usage));
        }
        if (settings.internal()) {
            output.event(cost(row, charge, consumer));
        }
    }

    private CloudEvent cost(Row row, FocusCharge charge, String consumer) {
        List<String> key = new ArrayList<>(List.of(FocusCharge.key(row)));
        key.add("cost");
        String pool = Names.slug(charge.provider());
        CostIncurred cost = new CostIncurred(
                provider,
                pool,
                charge.usageBased() ? CostBehaviour.VARIABLE : CostBehaviour.FIXED,
                charge.billed(),
                List.of(consumer),
                new Period(charge.from(), charge.to()));
        return new CloudEvent(
                ids.next(charge.from(), key.toArray(String[]::new)), settings.source(), pool, charge.from(), cost);
    }

    private UsageRecorded usage(Row row, FocusCharge charge, String consumer) {
        return new UsageRecorded(
                provider,
                consumer,
                settings.internal() ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                Names.slug(charge.service()),
                charge.quantity(),
                charge.unitOfMeasure(),
                new Charge(charge.billed(), charge.list()),
                labels(row, charge));
    }

    private static Map<String, String> labels(Row row, FocusCharge charge) {
        Labels labels = new Labels()
                .put("account", charge.account())
                .put("charge-category", charge.category())
                .put("charge-class", row.optional("ChargeClass"))
                .put("host-provider", row.optional("HostProviderName"))
                .put("provider", charge.provider())
                .put("publisher", row.optional("PublisherName"))
                .put("region", row.optional("RegionId"))
                .put("service-category", row.optional("ServiceCategory"))
                .put("sku", row.optional("SkuId"))
                .put("sku-price", row.optional("SkuPriceId"));
        charge.tags().forEach((tag, value) -> labels.put("tag." + tag, value));
        return labels.toMap();
    }

    private String consumerName(FocusCharge charge) {
        if (settings.consumerTag() == null) {
            return charge.account();
        }
        String value = charge.tags().getOrDefault(settings.consumerTag(), "");
        return value.isBlank() ? UNTAGGED : value;
    }

    private String becomes() {
        return settings.internal() ? "cost of the cloud, usage of its consumer" : "usage with its charge";
    }

    private static String category(FocusCharge charge) {
        return switch (charge.category().toLowerCase(Locale.ROOT)) {
            case "usage" -> "usage";
            case "purchase" -> "purchase";
            case "tax" -> "tax";
            case "credit" -> "credit";
            case "adjustment" -> "adjustment";
            default -> "other";
        };
    }

    private static String displayed(String name) {
        return new Labels().put("name", name).toMap().getOrDefault("name", UNTAGGED);
    }
}
