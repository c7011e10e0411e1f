package dev.triad.ledger.journal;

import dev.triad.ledger.posting.BooksChange;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Redated;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what rates and closings change, in portions within the transaction: a rate that comes late may price hundreds of
 * thousands of usages anew, and never more than a portion of them is held in memory.
 */
final class DifferenceWriter {
    /** How many entries are made before they are written. */
    static final int PORTION = 5_000;

    private final Books.Transaction transaction;
    private final List<Posted> portion = new ArrayList<>();
    private final List<Redated> redated = new ArrayList<>();
    private List<Posted> first = List.of();
    private long entries;
    private long postings;

    private DifferenceWriter(Books.Transaction transaction) {
        this.transaction = transaction;
    }

    /** Makes and writes all changes, each against the books as the one before it left them. */
    static Repriced write(Books.Transaction transaction, BooksView view, List<BooksChange> changes)
            throws SQLException {
        DifferenceWriter writer = new DifferenceWriter(transaction);
        for (BooksChange change : changes) {
            change.forEach(view, writer::add, writer::add);
            writer.flush();
        }
        return new Repriced(writer.first, writer.entries, writer.postings);
    }

    private void add(Posted difference) {
        portion.add(difference);
        entries++;
        postings += difference.entry().postings().size();
        flushIfFull(portion.size());
    }

    private void add(Redated change) {
        redated.add(change);
        flushIfFull(redated.size());
    }

    private void flushIfFull(int size) {
        if (size == PORTION) {
            try {
                flush();
            } catch (SQLException e) {
                throw new BooksView.Failure(e);
            }
        }
    }

    /** Entries get their other dates first: differences to them may take the dates that they had. */
    private void flush() throws SQLException {
        if (!redated.isEmpty()) {
            transaction.redate(redated);
            redated.clear();
        }
        if (portion.isEmpty()) {
            return;
        }
        transaction.writeDifferences(portion);
        if (first.isEmpty()) {
            first = List.copyOf(portion);
        }
        portion.clear();
    }
}
