package dev.triad.ledger.posting;

import dev.triad.ledger.period.Places;
import java.time.Instant;
import java.util.function.Consumer;

/** What is on the books and may have to change. */
public interface PostedBooks extends PricedUsages {
    /**
     * Gives a group's own entries of records that stand at other than these places, and are booked in a span of time, to
     * an action, one after the other.
     *
     * @param from inclusive
     * @param until exclusive
     */
    void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action);
}
