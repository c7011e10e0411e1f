package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Cohort;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What usages and sales post by a policy of one's own, by the very functions that post them by the group's. */
public final class PolicyPosting {
    /** What the pool of a cost is called that nobody incurred, before the resource. */
    private static final String OUTSIDE_DEMAND = "outside-demand-";

    private PolicyPosting() {}

    /**
     * A usage that a rate priced.
     *
     * @param before the rate that had priced it, of which the difference is posted; null for the usage's own entry
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    public static Entry priced(
            Asset asset, PricePolicy policy, Usage usage, BigDecimal quantity, Rate rate, @Nullable Rate before) {
        UsagePosting.Price price = UsagePosting.price(asset, policy, usage, quantity, rate);
        return before == null
                ? UsagePosting.post(usage, price)
                : UsagePosting.post(
                        usage, price.minus(UsagePosting.price(asset, policy, usage, quantity, before)), Rule.REPRICING);
    }

    /**
     * What it costs the provider that a customer outside uses more: the marginal price that the rate says, as a cost of the
     * customers outside in a pool by the resource. The pool is named so that nobody takes it for one that was incurred.
     *
     * @param more how much more; less than zero for less
     * @param before the rate that had priced the usage, of which the difference is posted; null for the usage's own entry
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    public static Entry costOfMore(Asset asset, Usage usage, BigDecimal more, Rate rate, @Nullable Rate before) {
        long cost = asset.amount(rate.prices().marginalCost(), more);
        long change = before == null
                ? cost
                : Math.subtractExact(cost, asset.amount(before.prices().marginalCost(), more));
        String provider = usage.provider();
        String pool = AccountNames.costPool(
                provider, OUTSIDE_DEMAND + usage.resource(), CostBehaviour.VARIABLE, List.of(CostIncurred.EXTERNAL));
        return new EntryBuilder()
                .pair(pool, AccountNames.vendors(provider), change)
                .build(before == null ? Rule.EXTERNAL_USAGE : Rule.REPRICING);
    }

    /**
     * What is lost on devices, granted in equal shares by the units that the group declared to gain from it.
     *
     * @param loss below zero for what a return takes back
     */
    public static Entry storefront(Group group, String seller, Cohort cohort, long loss) {
        List<String> funders = group.unit(seller).storefrontFor();
        EntryBuilder entry = new EntryBuilder();
        for (int i = 0; i < funders.size(); i++) {
            long share = SalePosting.share(Math.absExact(loss), funders.size(), i);
            entry.pair(
                    AccountNames.storefrontReceived(seller, funders.get(i), cohort),
                    AccountNames.subsidyGranted(funders.get(i), AccountNames.STOREFRONT, seller),
                    loss < 0 ? -share : share);
        }
        return entry.build(loss < 0 ? Rule.RETURN : Rule.SALE);
    }

    /**
     * A usage with a charge of its own.
     *
     * @param charged what the consumer owes, in the smallest unit
     * @param reference what that is compared to
     */
    public static Entry charged(Usage usage, long charged, long reference) {
        return UsagePosting.post(usage, new UsagePosting.Price(charged, reference));
    }
}
