package dev.triad.ledger.journal;

import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LedgerView;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.rate.RateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The books as the transaction of a batch sees them. */
final class BooksView implements LedgerView {
    /** A store that fails while a batch reads it; the batch is rolled back and tried again. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException sql;

        Failure(SQLException sql) {
            super(sql);
            this.sql = sql;
        }

        SQLException sql() {
            return sql;
        }
    }

    private final Books.Transaction transaction;
    private final Reference reference;
    private final Collection<Long> redriven;
    private final Repeats.Memory memory;
    private final boolean thorough;
    private final Map<EventKey, UUID> known = new HashMap<>();

    /**
     * A view that leaves out the suspense items which this very batch tries again.
     *
     * @param thorough whether to look up every event, and not only those that may be old
     */
    BooksView(Books.Transaction transaction, Collection<Long> redriven, Repeats.Memory memory, boolean thorough)
            throws SQLException {
        this.transaction = transaction;
        this.reference = transaction.reference();
        this.redriven = redriven;
        this.memory = memory;
        this.thorough = thorough;
    }

    @Override
    public Reference reference() {
        return reference;
    }

    /**
     * What is in suspense is asked for first: an item that another transaction takes from suspense to the books in
     * between is then found in one place or the other, and never in none. An item that is tried again may be all that is
     * left of its event: then only the books can say that it is done with.
     */
    @Override
    public Map<EventKey, UUID> known(List<Received.Decoded> events) {
        try {
            List<EventKey> keys = events.stream().map(Received.Decoded::key).toList();
            known.putAll(transaction.suspended(keys, redriven));
            Set<EventKey> unknown = redriven.isEmpty() ? notRecent(events) : Set.copyOf(keys);
            if (!unknown.isEmpty()) {
                known.putAll(transaction.posted(unknown));
            }
            return known;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Takes those that were posted lately, and returns the others that may be on the books. */
    private Set<EventKey> notRecent(List<Received.Decoded> events) throws SQLException {
        Set<EventKey> unknown = new HashSet<>();
        synchronized (memory) {
            for (Received.Decoded event : events) {
                RecentEvents recent = memory.of(event.raw().position(), transaction);
                UUID digest =
                        recent.digest(memory.source(event.key()), event.key().id());
                if (digest != null) {
                    known.put(event.key(), digest);
                } else if (thorough || recent.mayHaveForgotten(event.key().id())) {
                    unknown.add(event.key());
                }
            }
        }
        return unknown;
    }

    /**
     * Whether one of the records that were set aside is an event that is on the books after all: it was not looked up, or
     * another transaction has posted it since. What is set aside meets no unique index that would tell.
     */
    boolean isOutdated(List<Suspended> setAside) throws SQLException {
        Set<EventKey> doubtful = new HashSet<>();
        for (Suspended item : setAside) {
            if (item.received() instanceof Received.Decoded event && !known.containsKey(event.key())) {
                doubtful.add(event.key());
            }
        }
        return !doubtful.isEmpty() && !transaction.posted(doubtful).isEmpty();
    }

    @Override
    public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        try {
            return transaction.sales(events);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) {
        try {
            transaction.forEachUsage(key, from, until, action);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action) {
        try {
            transaction.forEachBeyond(group, places, from, until, action);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }
}
