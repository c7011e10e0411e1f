package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a rate or a closing changes of the prices that are on the books: for every usage that is priced otherwise, the
 * difference. The usages are read one after the other, so that it does not matter how many there are.
 */
public final class Repricing implements BooksChange {
    private final Group group;
    private final RateKey key;
    private final Instant from;
    private final @Nullable Instant until;
    private final Pricing before;
    private final Pricing after;

    private Repricing(Group group, RateKey key, Instant from, @Nullable Instant until, Pricing before, Pricing after) {
        this.group = group;
        this.key = key;
        this.from = from;
        this.until = until;
        this.before = before;
        this.after = after;
    }

    /** What a rate changes when it is published on top of others. */
    public static Repricing of(Group group, RateKey key, RateBook before, Closings closings, Rate rate) {
        RateBook after = before.with(key, rate);
        boolean isFixed = !closings.isEmpty() && closings.isKnownTo(closings.size() - 1, rate.place());
        return new Repricing(
                group,
                key,
                rate.effectiveFrom(),
                // Where a closing knows the rate, it may not know the one that takes over.
                isFixed ? null : after.nextAfter(key, rate.effectiveFrom()).orElse(null),
                new Pricing(before, closings),
                new Pricing(after, closings));
    }

    /**
     * What a closing changes of one resource: what rates say that it does not know goes into the next period.
     *
     * @param from since when the earliest of those rates is in effect
     */
    static Repricing of(Group group, RateKey key, Instant from, RateBook rates, Closings before, Closings after) {
        return new Repricing(
                group, key, from, after.end(after.size() - 1), new Pricing(rates, before), new Pricing(rates, after));
    }

    /** The rates with the new one. */
    RateBook after() {
        return after.rates();
    }

    @Override
    public void forEach(PostedBooks books, Consumer<Posted> differences, Consumer<Redated> redated) {
        forEach((PricedUsages) books, differences, redated);
    }

    /**
     * Gives every difference to an action, in no particular order.
     *
     * @throws ArithmeticException when one does not fit a {@code long}
     */
    public void forEachDifference(PricedUsages usages, Consumer<Posted> action) {
        forEach(usages, action, _ -> {});
    }

    private void forEach(PricedUsages usages, Consumer<Posted> differences, Consumer<Redated> redated) {
        usages.forEachUsage(key, from, until, usage -> {
            long place = LogPlace.of(usage.position());
            List<Pricing.Step> then = before.steps(key, place, usage.time());
            List<Pricing.Step> now = after.steps(key, place, usage.time());
            if (then.isEmpty() || now.isEmpty() || then.equals(now)) {
                return;
            }
            Instant booked = then.getFirst().bookedAt();
            Instant start = now.getFirst().bookedAt();
            if (!booked.equals(start)) {
                // What a closing dates anew because it was made without the record, it has moved already.
                if (before.closings()
                        .bookedAt(place, usage.time())
                        .equals(after.closings().bookedAt(place, usage.time()))) {
                    redated.accept(new Redated(usage.event(), booked, start));
                }
                then = beginningAt(start, then);
            }
            int revision = usage.lastRevision();
            for (PriceChange change : PriceChange.between(then, now)) {
                Posted difference = difference(usage, revision + 1, change);
                if (UsagePosting.isDue(change, difference.entry())) {
                    differences.accept(difference);
                    revision++;
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
        forEach(usages, _ -> count.incrementAndGet(), _ -> count.incrementAndGet());
        return count.get();
    }

    private static List<Pricing.Step> beginningAt(Instant start, List<Pricing.Step> steps) {
        List<Pricing.Step> moved = new ArrayList<>(steps);
        moved.set(0, new Pricing.Step(start, steps.getFirst().rate()));
        return moved;
    }

    private Posted difference(PostedUsage posted, int revision, PriceChange change) {
        return new Posted(
                posted.event(),
                group.name(),
                posted.position(),
                revision,
                posted.digest(),
                posted.time(),
                change.bookedAt(),
                UsagePosting.difference(group, posted.usage(), posted.quantity(), change),
                new Posted.RatedUsage(posted.usage(), posted.quantity(), change.to()),
                null,
                null);
    }
}
