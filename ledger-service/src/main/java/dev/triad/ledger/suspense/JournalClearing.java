package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.Failures;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.WaitKind;
import dev.triad.ledger.posting.Received;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Clears suspense through the journal, some items a transaction. An item that the books cannot take for a reason that
 * time does not heal is narrowed down and set aside, as intake does it: it would keep all others from clearing.
 */
@ApplicationScoped
class JournalClearing implements Clearing {
    private static final int ITEMS_MAX = 2_000;

    private final Journal journal;
    private final Books books;
    private final KeptRecords records;

    JournalClearing(Journal journal, Books books, KeptRecords records) {
        this.journal = journal;
        this.books = books;
        this.records = records;
    }

    @Override
    public int clear(WaitKind kind) throws SQLException {
        int total = 0;
        // Looking takes no lock that a batch might wait for; only what is found is worth one.
        if (!books.hasCleared(kind)) {
            return total;
        }
        int limit = ITEMS_MAX;
        boolean more = true;
        while (more) {
            Part part = new Part(kind, limit);
            if (redrive(part)) {
                total += part.items.size();
                more = part.items.size() == limit;
                limit = Math.min(ITEMS_MAX, 2 * limit);
            } else {
                limit = Math.max(1, part.items.size() / 2);
            }
        }
        return total;
    }

    /** Whether the items are settled; if not, fewer at once are to be tried. */
    private boolean redrive(Part part) throws SQLException {
        try {
            journal.redrive(part);
            return true;
        } catch (SQLException e) {
            if (Failures.heal(e)) {
                throw e;
            }
            return narrow(part, e);
        } catch (RuntimeException e) {
            return narrow(part, e);
        }
    }

    private boolean narrow(Part part, Exception reason) throws SQLException {
        List<Long> items = List.copyOf(part.items.keySet());
        if (items.isEmpty()) {
            throw new IllegalStateException("suspense cannot be read", reason);
        }
        if (items.size() > 1) {
            Log.warnf(reason, "a part of suspense is divided items=%d", items.size());
            return false;
        }
        Log.errorf(reason, "suspense item is set aside id=%d", items.getFirst());
        journal.redrive(new Unpostable(items.getFirst(), String.valueOf(reason.getMessage())));
        return true;
    }

    private final class Part implements Journal.RedriveSource {
        private final WaitKind kind;
        private final int limit;
        private Map<Long, Received> items = Map.of();

        Part(WaitKind kind, int limit) {
            this.kind = kind;
            this.limit = limit;
        }

        @Override
        public Map<Long, Received> lock(Books.Transaction transaction) throws SQLException {
            items = records.decode(transaction.lockCleared(kind, limit));
            return items;
        }

        @Override
        public boolean changesReference() {
            return kind.changesReference();
        }
    }

    /** An item that is quarantined, if it is still open, whatever its record says. */
    private record Unpostable(long id, String reason) implements Journal.RedriveSource {
        @Override
        public Map<Long, Received> lock(Books.Transaction transaction) throws SQLException {
            Map<Long, Received> items = new TreeMap<>();
            transaction
                    .lockOpen(id)
                    .forEach((item, raw) -> items.put(item, Received.Undecodable.unpostable(raw, reason)));
            return items;
        }

        @Override
        public boolean changesReference() {
            return false;
        }
    }
}
