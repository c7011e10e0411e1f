package dev.triad.cli.workload;

import dev.triad.cli.workload.RateCard.Resource;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.Period;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes usage of the cloud, by units and by customers outside, most of it rated, and the costs behind it. */
final class CloudBusiness {
    private static final int CHARGED_IN_TEN_THOUSAND = 800;
    private static final int CREDIT_IN_TEN_THOUSAND = 50;
    private static final int QUANTITY_MAX = 500;
    private static final int CHARGE_CENTS_MAX = 5_000;
    private static final int COST_CENTS_MAX = 50_000;
    private static final Duration COST_PERIOD = Duration.ofHours(1);

    private static final List<String> TENANTS = IntStream.rangeClosed(1, 24)
            .mapToObj(number -> String.format(Locale.ROOT, "tenant-%02d", number))
            .toList();
    private static final List<Resource> OUTSIDE = List.of(Resource.COMPUTE, Resource.STORAGE, Resource.REQUESTS);
    private static final List<Resource> STORE = OUTSIDE;
    private static final List<Resource> DEVICE = List.of(Resource.COMPUTE, Resource.STORAGE, Resource.VOICE);

    private final Source cloud;
    private final Chance chance;
    private final Tally tally;
    private final RateCard rates;

    CloudBusiness(Source cloud, Chance chance, Tally tally, RateCard rates) {
        this.cloud = cloud;
        this.chance = chance;
        this.tally = tally;
        this.rates = rates;
    }

    /** A unit of the group uses the cloud. */
    CloudEvent internalUsage(Source unit, Instant time) {
        String consumer = unit.unit();
        Resource resource = chance.oneOf(consumer.equals("store") ? STORE : DEVICE);
        int quantity = chance.between(1, QUANTITY_MAX);
        boolean charged = chance.inTenThousand(CHARGED_IN_TEN_THOUSAND);
        int billedCents = chance.between(1, CHARGE_CENTS_MAX);
        int listCents = billedCents + chance.between(0, CHARGE_CENTS_MAX);
        long billed = charged ? Item.micros(billedCents) : quantity * rates.fullMicros(resource, time);
        long list = charged ? Item.micros(listCents) : quantity * rates.listMicros(resource, time);

        String provider = cloud.unit();
        tally.move(
                tally.account(consumer + ":expenses:intersegment:" + provider + ":" + resource.label()),
                tally.account(consumer + ":liabilities:intersegment:" + provider),
                billed);
        tally.move(
                tally.account(provider + ":assets:intersegment:" + consumer),
                tally.account(provider + ":revenue:intersegment:" + consumer + ":" + resource.label()),
                billed);
        tally.move(
                tally.account(consumer + ":memo:imputed-subsidy:transfer-price:received:" + provider),
                tally.account(provider + ":memo:imputed-subsidy:transfer-price:granted:" + consumer),
                list - billed);
        tally.endEntry();
        return usage(
                unit,
                consumer,
                ConsumerKind.UNIT,
                resource,
                quantity,
                charged ? new Charge(Item.cents(billedCents), Item.cents(listCents)) : null,
                time);
    }

    /** A customer outside uses the cloud; now and then one gets a credit. */
    CloudEvent outsideUsage(Instant time) {
        String tenant = chance.oneOf(TENANTS);
        Resource resource = chance.oneOf(OUTSIDE);
        int quantity = chance.between(1, QUANTITY_MAX);
        boolean charged = chance.inTenThousand(CHARGED_IN_TEN_THOUSAND);
        int cents = chance.between(1, CHARGE_CENTS_MAX) * (chance.inTenThousand(CREDIT_IN_TEN_THOUSAND) ? -1 : 1);
        tally.move(
                tally.account(cloud.unit() + ":assets:receivables:" + tenant),
                tally.account(cloud.unit() + ":revenue:external:" + resource.label()),
                charged ? Item.micros(cents) : quantity * rates.listMicros(resource, time));
        tally.endEntry();
        Charge charge = charged ? new Charge(Item.cents(cents), null) : null;
        return usage(cloud, tenant, ConsumerKind.TENANT, resource, quantity, charge, time);
    }

    /** A pool of capacity costs something for an hour. */
    CloudEvent cost(Instant time) {
        Resource resource = chance.oneOf(List.of(Resource.values()));
        CostBehaviour behaviour = chance.between(0, 3) == 0 ? CostBehaviour.VARIABLE : CostBehaviour.FIXED;
        int cents = chance.between(1, COST_CENTS_MAX);
        String pool = resource.label() + "-capacity";
        boolean devicesOnly = resource == Resource.VOICE;
        tally.move(
                tally.account(cloud.unit() + ":expenses:cost-pool:" + pool + ":" + behaviour.code()
                        + (devicesOnly ? ":device" : ":device:external:store")),
                tally.account(cloud.unit() + ":liabilities:vendors"),
                Item.micros(cents));
        tally.endEntry();
        CostIncurred cost = new CostIncurred(
                cloud.unit(),
                pool,
                behaviour,
                Item.cents(cents),
                devicesOnly ? List.of("device") : List.of(CostIncurred.EXTERNAL, "store", "device"),
                new Period(time.minus(COST_PERIOD), time));
        return new CloudEvent(chance.id(time), cloud, pool, time, cost);
    }

    private CloudEvent usage(
            Source source,
            String consumer,
            ConsumerKind kind,
            Resource resource,
            int quantity,
            @Nullable Charge charge,
            Instant time) {
        UsageRecorded usage = new UsageRecorded(
                cloud.unit(),
                consumer,
                kind,
                resource.label(),
                BigDecimal.valueOf(quantity),
                resource.unitOfMeasure(),
                charge,
                Map.of());
        return new CloudEvent(chance.id(time), source, consumer, time, usage);
    }
}
