package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a group's usages are priced by.
 *
 * @param rates all rates
 * @param closings what fixed which of them count in closed periods
 */
record Pricing(RateBook rates, Closings closings) {
    /**
     * A price, and from when on it stands on the books.
     *
     * @param bookedAt the accounting date of the entry that brings the usage to this price
     */
    record Step(Instant bookedAt, Rate rate) {}

    /**
     * How the price of a usage comes about. The first step is at its accounting date. In a closed period the rate is the
     * one that was known when the period was closed; what rates that came later say is booked at the period's end, by
     * what was known when the period was closed that this falls into, and so on. As a rule there is one step; there is
     * none when no rate is in effect.
     *
     * @param place of the usage's record in the log
     * @param time when it happened
     */
    List<Step> steps(RateKey key, long place, Instant time) {
        Optional<Rate> found = rates.at(key, time);
        if (found.isEmpty()) {
            return List.of();
        }
        Rate now = found.get();
        Instant bookedAt = closings.bookedAt(place, time);
        int first = closings.closing(bookedAt);
        if (first == closings.size() || closings.isKnownTo(first, now.place())) {
            return List.of(new Step(bookedAt, now));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = first; i < closings.size(); i++) {
            int closing = i;
            Optional<Rate> known = rates.at(key, time, rate -> closings.isKnownTo(closing, rate.place()));
            add(steps, bookedAt, known);
            bookedAt = closings.end(closing);
        }
        add(steps, bookedAt, found);
        return steps;
    }

    private static void add(List<Step> steps, Instant bookedAt, Optional<Rate> known) {
        if (known.isPresent() && (steps.isEmpty() || !steps.getLast().rate().equals(known.get()))) {
            steps.add(new Step(bookedAt, known.get()));
        }
    }
}
