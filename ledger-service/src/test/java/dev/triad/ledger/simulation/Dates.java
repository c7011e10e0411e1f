package dev.triad.ledger.simulation;

import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Redated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The accounting dates that a transaction has changed, and alone can see until its commit. */
final class Dates {
    private final List<Redated> changes = new ArrayList<>();

    void change(Redated change) {
        changes.add(change);
    }

    /** A group's own entries of records that stand at other than some places, and are booked in a span of time. */
    List<DatedEntry> beyond(List<Posted> entries, String group, Places places, Instant from, Instant until) {
        List<DatedEntry> beyond = new ArrayList<>();
        for (Posted posted : entries) {
            Instant bookedAt = of(posted);
            if (posted.revision() == 0
                    && posted.group().equals(group)
                    && !places.contains(LogPlace.of(posted.position()))
                    && !bookedAt.isBefore(from)
                    && bookedAt.isBefore(until)) {
                beyond.add(new DatedEntry(posted.event(), posted.position(), posted.time(), bookedAt));
            }
        }
        return beyond;
    }

    private Instant of(Posted posted) {
        Instant date = posted.bookedAt();
        for (Redated change : changes) {
            if (change.event().equals(posted.event()) && change.from().equals(date)) {
                date = change.to();
            }
        }
        return date;
    }

    static Posted booked(Posted posted, Instant at) {
        return new Posted(
                posted.event(),
                posted.group(),
                posted.position(),
                posted.revision(),
                posted.digest(),
                posted.time(),
                at,
                posted.entry(),
                posted.usage(),
                posted.sale(),
                posted.cause());
    }
}
