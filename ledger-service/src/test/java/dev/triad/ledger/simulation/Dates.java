package dev.triad.ledger.simulation;

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

    Instant of(Posted posted) {
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
