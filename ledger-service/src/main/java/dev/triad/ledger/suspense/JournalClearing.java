package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.WaitKind;
import dev.triad.ledger.posting.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;

/** Clears suspense through the journal, some items a transaction. */
@ApplicationScoped
class JournalClearing implements Clearing {
    private static final int ITEMS_MAX = 2_000;

    private final Journal journal;
    private final Books books;
    private final KeptRecords records = new KeptRecords();

    JournalClearing(Journal journal, Books books) {
        this.journal = journal;
        this.books = books;
    }

    @Override
    public int clear(WaitKind kind) throws SQLException {
        int total = 0;
        int found = 0;
        // Looking takes no lock that a batch might wait for; only what is found is worth one.
        if (!books.hasCleared(kind)) {
            return total;
        }
        do {
            Part part = new Part(kind);
            journal.redrive(part);
            found = part.found;
            total += found;
        } while (found == ITEMS_MAX);
        return total;
    }

    private final class Part implements Journal.RedriveSource {
        private final WaitKind kind;
        private int found;

        Part(WaitKind kind) {
            this.kind = kind;
        }

        @Override
        public Map<Long, Received> lock(Books.Transaction transaction) throws SQLException {
            Map<Long, Received> cleared = records.decode(transaction.lockCleared(kind, ITEMS_MAX));
            found = cleared.size();
            return cleared;
        }

        @Override
        public boolean changesReference() {
            return kind.changesReference();
        }
    }
}
