package dev.triad.ledger.posting;

import dev.triad.events.RatePublished;
import dev.triad.ledger.rate.Rate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a usage's price from one rate to another.
 *
 * @param bookedAt the accounting date of the entry with the difference
 * @param from the rate that the usage's last entry cites
 */
record PriceChange(Instant bookedAt, Rate from, Rate to) {
    /** Whether any of the prices is another one. */
    boolean isOfAnyPrice() {
        RatePublished before = from.prices();
        RatePublished after = to.prices();
        return before.list().compareTo(after.list()) != 0
                || before.marginalCost().compareTo(after.marginalCost()) != 0
                || before.fullCost().compareTo(after.fullCost()) != 0;
    }

    /**
     * What takes a usage from some steps to others that begin at the same date: back to where they part, and on from
     * there.
     *
     * @param before at least one step
     * @param after at least one step
     */
    static List<PriceChange> between(List<Pricing.Step> before, List<Pricing.Step> after) {
        int common = 0;
        while (common < before.size()
                && common < after.size()
                && before.get(common).equals(after.get(common))) {
            common++;
        }
        List<PriceChange> changes = new ArrayList<>();
        Rate rate = before.getLast().rate();
        for (int i = before.size() - 1; i >= Math.max(common, 1); i--) {
            rate = add(
                    changes, before.get(i).bookedAt(), rate, before.get(i - 1).rate());
        }
        for (int i = common; i < after.size(); i++) {
            rate = add(changes, after.get(i).bookedAt(), rate, after.get(i).rate());
        }
        return changes;
    }

    /** Two changes in a row at one date are one. */
    private static Rate add(List<PriceChange> changes, Instant bookedAt, Rate from, Rate to) {
        Rate start = from;
        if (!changes.isEmpty() && changes.getLast().bookedAt().equals(bookedAt)) {
            start = changes.removeLast().from();
        }
        if (!start.equals(to)) {
            changes.add(new PriceChange(bookedAt, start, to));
        }
        return to;
    }
}
