package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts the usages of a batch that rates price. */
final class UsagePoster {
    private final BatchBooks books;

    UsagePoster(BatchBooks books) {
        this.books = books;
    }

    void post(Received.Decoded event, Group group, Usage usage, BigDecimal quantity) {
        RateKey key = new RateKey(group.name(), usage.provider(), usage.resource());
        Optional<Rate> rate = books.rates().at(key, event.event().time());
        if (rate.isEmpty()) {
            books.await(event, new Wanted.ForRate(key));
            return;
        }
        Closings closings = books.closings(group.name());
        if (closings.isEmpty()) {
            books.posted(
                    event,
                    group.name(),
                    entry(group, usage, quantity, rate.get()),
                    new Posted.RatedUsage(usage, quantity, rate.get()));
        } else {
            post(event, group, usage, quantity, steps(event, key, closings));
        }
    }

    private List<Pricing.Step> steps(Received.Decoded event, RateKey key, Closings closings) {
        return new Pricing(books.rates(), closings)
                .steps(key, LogPlace.of(event.raw().position()), event.event().time());
    }

    /** Makes all entries before it posts the first one: when one of them does not fit, none is posted. */
    private void post(Received.Decoded event, Group group, Usage usage, BigDecimal quantity, List<Pricing.Step> steps) {
        Pricing.Step first = steps.getFirst();
        Entry own = entry(group, usage, quantity, first.rate());
        List<PriceChange> changes = new ArrayList<>();
        List<Entry> differences = new ArrayList<>();
        for (PriceChange change : PriceChange.between(List.of(first), steps)) {
            Entry difference = UsagePosting.difference(group, usage, quantity, change);
            if (UsagePosting.isDue(change, difference)) {
                changes.add(change);
                differences.add(difference);
            }
        }
        books.posted(
                event,
                group.name(),
                0,
                first.bookedAt(),
                own,
                new Posted.RatedUsage(usage, quantity, first.rate()),
                null);
        for (int i = 0; i < changes.size(); i++) {
            PriceChange change = changes.get(i);
            books.posted(
                    event,
                    group.name(),
                    i + 1,
                    change.bookedAt(),
                    differences.get(i),
                    new Posted.RatedUsage(usage, quantity, change.to()),
                    null);
        }
    }

    private static Entry entry(Group group, Usage usage, BigDecimal quantity, Rate rate) {
        return UsagePosting.post(usage, UsagePosting.price(group, usage, quantity, rate));
    }
}
