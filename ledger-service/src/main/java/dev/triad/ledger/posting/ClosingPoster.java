package dev.triad.ledger.posting;

import dev.triad.events.OffsetRange;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes up closings, with what they move out of the periods that they close. */
public final class ClosingPoster {
    private final BatchBooks books;

    ClosingPoster(BatchBooks books) {
        this.books = books;
    }

    /**
     * Closes a period.
     *
     * @return whether it is closed; else the event waits for its group
     * @throws RejectedException when it is closed already
     */
    boolean close(Received.Decoded event, PeriodClosed closed) {
        Group group = books.groupWith(event, List.of());
        if (group == null) {
            return false;
        }
        Closings before = books.closings(group.name());
        Closing closing = closing(event, closed);
        if (!before.accepts(closing)) {
            throw new RejectedException(
                    RejectReason.CLOSED_ALREADY,
                    "a closing that came before closed "
                            + before.all().getLast().period() + " and all that is earlier");
        }
        Closings after = before.with(closing);
        List<BooksChange> changes = changes(group, before, after);
        books.closings(group.name(), after);
        books.batch().closings().add(new Batch.ClosedPeriod(group.name(), closing, value(event)));
        books.batch().changes().addAll(changes);
        return true;
    }

    private List<BooksChange> changes(Group group, Closings before, Closings after) {
        List<BooksChange> changes = new ArrayList<>();
        changes.add(new Redating(group.name(), before, after));
        RateBook rates = books.rates();
        Map<RateKey, Instant> unknown =
                rates.earliest(group.name(), rate -> !after.isKnownTo(after.size() - 1, rate.place()));
        unknown.forEach((key, from) -> {
            Repricing repricing = Repricing.of(group, key, from, rates, before, after);
            if (repricing.count(books.view()) > 0) {
                changes.add(repricing);
            }
        });
        return changes;
    }

    /** The closing that an event makes. */
    public static Closing closing(Received.Decoded event, PeriodClosed closed) {
        return new Closing(
                closed.month(),
                event.event().id(),
                LogPlace.of(event.raw().position()),
                event.event().time(),
                onTheBooks(closed));
    }

    /** The places that a closing says were on the books; those of topics that no ledger reads are none. */
    public static Places onTheBooks(PeriodClosed closed) {
        Places all = Places.NONE;
        for (PartitionCut cut : closed.cut()) {
            if (LogTopics.isRead(cut.topic())) {
                List<Places.Range> pending = new ArrayList<>();
                for (OffsetRange range : cut.pending()) {
                    pending.add(new Places.Range(place(cut, range.from()), place(cut, range.to())));
                }
                Places below = Places.of(List.of(new Places.Range(place(cut, 0), place(cut, cut.next()))));
                all = all.with(below.without(Places.of(pending)));
            }
        }
        return all;
    }

    private static long place(PartitionCut cut, long offset) {
        return LogPlace.of(new RecordPosition(cut.topic(), cut.partition(), offset));
    }

    private static byte[] value(Received.Decoded event) {
        byte[] value = event.raw().value();
        if (value == null) {
            throw new IllegalArgumentException("an event has data");
        }
        return value;
    }
}
