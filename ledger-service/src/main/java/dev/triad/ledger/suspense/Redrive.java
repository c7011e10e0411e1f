package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries one suspense item again because somebody asked for it. */
@ApplicationScoped
public class Redrive {
    /**
     * How the item stands now.
     *
     * @param state resolved, waiting or quarantined
     * @param reason why it is not resolved
     * @param detail in words
     * @param entry the entry that it posted, when it did; none when the event was on the books already
     */
    public record Outcome(
            long id,
            String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String entry) {}

    private final Journal journal;
    private final KeptRecords records;
    private final SuspenseBook suspense;

    Redrive(Journal journal, KeptRecords records, SuspenseBook suspense) {
        this.journal = journal;
        this.records = records;
        this.suspense = suspense;
    }

    Outcome redrive(long id) throws SQLException {
        if (suspense.detail(id).item().state().equals("resolved")) {
            throw Problems.ALREADY_RESOLVED.because("The suspense item " + id + " was resolved before.");
        }
        Journal.Committed committed = journal.redrive(new One(id));
        for (Suspended again : committed.suspended()) {
            return new Outcome(
                    id, again.wanted() == null ? "quarantined" : "waiting", again.reason(), again.detail(), null);
        }
        for (Posted posted : committed.posted()) {
            return new Outcome(id, "resolved", null, null, posted.position().toString());
        }
        return new Outcome(id, "resolved", null, null, null);
    }

    private final class One implements Journal.RedriveSource {
        private final long id;

        One(long id) {
            this.id = id;
        }

        @Override
        public Map<Long, Received> lock(Books.Transaction transaction) throws SQLException {
            return records.decode(transaction.lockOpen(id));
        }

        @Override
        public boolean changesReference() {
            return true;
        }
    }
}
