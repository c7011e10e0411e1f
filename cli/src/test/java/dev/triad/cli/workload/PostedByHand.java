package dev.triad.cli.workload;

import dev.triad.events.Attribution;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostIncurred;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The postings of docs/accounting.md, written down from the page in decimals: what the events themselves come to, in
 * whichever order they are given. Rates are known before anything else is posted, as after any repricing.
 */
final class PostedByHand {
    private final Map<UUID, SaleRecorded> sales = new HashMap<>();
    private final Map<UUID, Instant> soldAt = new HashMap<>();
    private final Map<String, TreeMap<Instant, RatePublished>> rates = new HashMap<>();
    private final SortedMap<String, BigDecimal> balances = new TreeMap<>();
    private Map<String, BigDecimal> entry = new HashMap<>();
    private long postings;

    static PostedByHand of(Collection<CloudEvent> distinct) {
        PostedByHand books = new PostedByHand();
        for (CloudEvent event : distinct) {
            switch (event.data()) {
                case SaleRecorded sale -> {
                    books.sales.put(event.id(), sale);
                    books.soldAt.put(event.id(), event.time());
                }
                case RatePublished rate ->
                    books.rates
                            .computeIfAbsent(rate.resource(), _ -> new TreeMap<>())
                            .put(rate.effectiveFrom(), rate);
                default -> {}
            }
        }
        distinct.forEach(books::post);
        return books;
    }

    SortedMap<String, BigInteger> balances() {
        SortedMap<String, BigInteger> units = new TreeMap<>();
        balances.forEach((account, amount) -> units.put(
                account,
                amount.setScale(Workload.ASSET.scale(), RoundingMode.UNNECESSARY)
                        .unscaledValue()));
        return units;
    }

    long postings() {
        return postings;
    }

    private void post(CloudEvent event) {
        String unit = event.source().unit();
        switch (event.data()) {
            case SaleRecorded sale -> sale(unit, sale, event.time());
            case SaleReturned returned -> returned(unit, returned);
            case UsageRecorded usage -> usage(usage, event.time());
            case CostIncurred cost ->
                pair(
                        cost.unit() + ":expenses:cost-pool:" + cost.pool() + ":"
                                + cost.behaviour().code() + ":"
                                + String.join(":", new TreeSet<>(cost.users())),
                        cost.unit() + ":liabilities:vendors",
                        cost.amount());
            default -> {}
        }
        endEntry();
    }

    private void sale(String unit, SaleRecorded sale, Instant time) {
        for (SaleLine line : sale.lines()) {
            pair(
                    unit + ":assets:cash",
                    unit + ":revenue:external:" + line.kind().code() + cohort(line, time),
                    price(line, line.quantity()));
            pair(costOfSales(unit, line) + cohort(line, time), soldFrom(unit, line), cost(line, line.quantity()));
            storefront(unit, line, time, line.quantity());
        }
        BigDecimal contribution = sale.lines().stream()
                .map(line -> price(line, line.quantity()).subtract(cost(line, line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        attribute(unit, sale.attribution(), contribution);
    }

    private void returned(String unit, SaleReturned returned) {
        if (returned.sale() == null) {
            for (ReturnLine line : returned.lines()) {
                BigDecimal refund = Objects.requireNonNull(line.unitPrice()).multiply(line.quantity());
                pair(unit + ":revenue:returns:unmatched", unit + ":assets:cash", refund);
            }
            return;
        }
        SaleRecorded sale = Objects.requireNonNull(sales.get(returned.sale()), "a sale that is in the stream");
        BigDecimal contribution = BigDecimal.ZERO;
        for (ReturnLine line : returned.lines()) {
            SaleLine sold = sale.lines().get(Objects.requireNonNull(line.line()) - 1);
            BigDecimal refund = line.unitPrice() == null
                    ? price(sold, line.quantity())
                    : line.unitPrice().multiply(line.quantity());
            Instant time = Objects.requireNonNull(soldAt.get(returned.sale()));
            String of = sold.kind() == LineKind.FEE ? ":fee" : cohort(sold, time);
            pair(unit + ":revenue:returns:matched" + of, unit + ":assets:cash", refund);
            pair(soldFrom(unit, sold), costOfSales(unit, sold) + cohort(sold, time), cost(sold, line.quantity()));
            storefront(unit, sold, time, line.quantity().negate());
            contribution = contribution.subtract(refund).add(cost(sold, line.quantity()));
        }
        attribute(unit, sale.attribution(), contribution);
    }

    private void usage(UsageRecorded usage, Instant time) {
        Charge charge = usage.charge();
        BigDecimal list;
        BigDecimal billed;
        if (charge == null) {
            RatePublished rate = Objects.requireNonNull(rates.get(usage.resource()))
                    .floorEntry(time)
                    .getValue();
            list = rate.list().multiply(usage.quantity());
            billed = usage.consumerKind() == ConsumerKind.UNIT ? rate.fullCost().multiply(usage.quantity()) : list;
        } else {
            billed = charge.billed();
            list = charge.list() == null ? billed : charge.list();
        }
        String provider = usage.provider();
        String consumer = usage.consumer();
        if (usage.consumerKind() == ConsumerKind.TENANT) {
            pair(
                    provider + ":assets:receivables:" + consumer,
                    provider + ":revenue:external:" + usage.resource(),
                    billed);
            return;
        }
        pair(
                consumer + ":expenses:intersegment:" + provider + ":" + usage.resource(),
                consumer + ":liabilities:intersegment:" + provider,
                billed);
        pair(
                provider + ":assets:intersegment:" + consumer,
                provider + ":revenue:intersegment:" + consumer + ":" + usage.resource(),
                billed);
        pair(
                consumer + ":memo:imputed-subsidy:transfer-price:received:" + provider,
                provider + ":memo:imputed-subsidy:transfer-price:granted:" + consumer,
                list.subtract(billed));
    }

    private void attribute(String unit, List<Attribution> attributions, BigDecimal contribution) {
        for (Attribution to : attributions) {
            pair(
                    String.join(
                            ":", to.unit(), "memo:attributed-contribution:received", unit, to.product(), to.cohort()),
                    unit + ":memo:attributed-contribution:granted:" + to.unit(),
                    to.weight().multiply(contribution));
        }
    }

    private void storefront(String unit, SaleLine line, Instant sold, BigDecimal quantity) {
        BigDecimal loss = cost(line, BigDecimal.ONE).subtract(price(line, BigDecimal.ONE));
        if (line.kind() == LineKind.DEVICE && loss.signum() > 0) {
            pair(
                    unit + ":memo:imputed-subsidy:storefront:received:store" + cohort(line, sold),
                    "store:memo:imputed-subsidy:storefront:granted:" + unit,
                    loss.multiply(quantity));
        }
    }

    private static BigDecimal price(SaleLine line, BigDecimal quantity) {
        return line.unitPrice().multiply(quantity);
    }

    private static BigDecimal cost(SaleLine line, BigDecimal quantity) {
        return line.unitCost() == null ? BigDecimal.ZERO : line.unitCost().multiply(quantity);
    }

    private static String cohort(SaleLine line, Instant sold) {
        return line.kind() == LineKind.DEVICE ? ":" + line.sku() + ":" + Cohort.weekOf(sold) : "";
    }

    private static String costOfSales(String unit, SaleLine line) {
        return unit + ":expenses:cost-of-sales:" + line.kind().code();
    }

    private static String soldFrom(String unit, SaleLine line) {
        boolean thing = line.kind() == LineKind.GOODS || line.kind() == LineKind.DEVICE;
        return unit + (thing ? ":assets:inventory" : ":liabilities:vendors");
    }

    private void pair(String debit, String credit, BigDecimal amount) {
        entry.merge(debit, amount, BigDecimal::add);
        entry.merge(credit, amount.negate(), BigDecimal::add);
    }

    private void endEntry() {
        entry.forEach((account, amount) -> {
            if (amount.signum() != 0) {
                balances.merge(account, amount, BigDecimal::add);
                postings++;
            }
        });
        entry = new HashMap<>();
    }
}
