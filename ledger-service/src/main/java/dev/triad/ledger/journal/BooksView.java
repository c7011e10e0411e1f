package dev.triad.ledger.journal;

import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LedgerView;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.rate.RateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Repeats repeats;
    private final boolean thorough;

    /**
     * A view that leaves out the suspense items which this very batch tries again.
     *
     * @param thorough whether to look up every event, and not only those that may be old
     */
    BooksView(Books.Transaction transaction, Collection<Long> redriven, Repeats repeats, boolean thorough)
            throws SQLException {
        this.transaction = transaction;
        this.reference = transaction.reference();
        this.redriven = redriven;
        this.repeats = repeats;
        this.thorough = thorough;
    }

    @Override
    public Reference reference() {
        return reference;
    }

    @Override
    public Map<EventKey, UUID> known(Collection<EventKey> events) {
        Map<EventKey, UUID> known = new HashMap<>();
        try {
            Set<EventKey> unknown = recent(events, known);
            if (!unknown.isEmpty()) {
                known.putAll(transaction.posted(unknown));
            }
            known.putAll(transaction.suspended(events, redriven));
            return known;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Takes those that were posted lately, and returns the others that may be on the books. */
    private Set<EventKey> recent(Collection<EventKey> events, Map<EventKey, UUID> known) throws SQLException {
        RecentEvents recent = repeats.recent(transaction);
        Set<EventKey> unknown = new HashSet<>();
        synchronized (recent) {
            for (EventKey event : events) {
                UUID digest = repeats.digest(recent, event);
                if (digest != null) {
                    known.put(event, digest);
                } else if (thorough || recent.mayHaveForgotten(event.id())) {
                    unknown.add(event);
                }
            }
        }
        return unknown;
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
}
