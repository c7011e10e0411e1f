package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What usages post by a policy of one's own, by the very functions that post them by the group's. */
public final class PolicyPosting {
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
     * A usage with a charge of its own.
     *
     * @param charged what the consumer owes, in the smallest unit
     * @param reference what that is compared to
     */
    public static Entry charged(Usage usage, long charged, long reference) {
        return UsagePosting.post(usage, new UsagePosting.Price(charged, reference));
    }
}
