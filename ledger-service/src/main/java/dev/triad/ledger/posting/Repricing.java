package dev.triad.ledger.posting;

import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What a rate changes of what is on the books: for every usage that it prices otherwise, the difference. The usages
 * are read one after the other, so that it does not matter how many there are.
 *
 * @param group the group of the rate
 * @param key what the rate prices
 * @param from the first moment that may be priced otherwise
 * @param before the rates that were in effect until now
 * @param after the rates with the new one
 */
public record Repricing(Group group, RateKey key, Instant from, RateBook before, RateBook after) {
    /** What a rate changes when it is published on top of others. */
    public static Repricing of(Group group, RateKey key, RateBook before, Rate rate) {
        return new Repricing(group, key, rate.effectiveFrom(), before, before.with(key, rate));
    }

    /**
     * Gives every difference to an action, in no particular order.
     *
     * @throws ArithmeticException when one does not fit a {@code long}
     */
    public void forEachDifference(PricedUsages usages, Consumer<Posted> action) {
        usages.forEachUsage(key, from, after.nextAfter(key, from).orElse(null), usage -> {
            Optional<Rate> oldRate = before.at(key, usage.time());
            Optional<Rate> newRate = after.at(key, usage.time());
            if (oldRate.isPresent() && newRate.isPresent() && !oldRate.get().equals(newRate.get())) {
                Posted difference = difference(usage, oldRate.get(), newRate.get());
                if (!difference.entry().postings().isEmpty()) {
                    action.accept(difference);
                }
            }
        });
    }

    /**
     * How many differences there are; whoever has counted them knows that each of them fits.
     *
     * @throws ArithmeticException when one does not fit a {@code long}
     */
    long count(PricedUsages usages) {
        AtomicLong count = new AtomicLong();
        forEachDifference(usages, _ -> count.incrementAndGet());
        return count.get();
    }

    private Posted difference(PostedUsage posted, Rate oldRate, Rate newRate) {
        Usage usage = posted.usage();
        UsagePosting.Price difference = UsagePosting.price(group, usage, posted.quantity(), newRate)
                .minus(UsagePosting.price(group, usage, posted.quantity(), oldRate));
        return new Posted(
                posted.event(),
                group.name(),
                posted.position(),
                posted.lastRevision() + 1,
                posted.digest(),
                posted.time(),
                UsagePosting.post(usage, difference, Rule.REPRICING),
                new Posted.RatedUsage(usage, posted.quantity(), newRate),
                null,
                null);
    }
}
