package dev.triad.ledger.journal;

import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Repricing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what rates change, in portions within the transaction: a rate that comes late may price hundreds of
 * thousands of usages anew, and never more than a portion of them is held in memory.
 */
final class DifferenceWriter {
    /** How many entries are made before they are written. */
    static final int PORTION = 5_000;

    private final Books.Transaction transaction;
    private final List<Posted> portion = new ArrayList<>();
    private List<Posted> first = List.of();
    private long entries;
    private long postings;

    private DifferenceWriter(Books.Transaction transaction) {
        this.transaction = transaction;
    }

    /** Makes and writes all differences, each repricing against the books as the one before it left them. */
    static Repriced write(Books.Transaction transaction, BooksView view, List<Repricing> repricings)
            throws SQLException {
        DifferenceWriter writer = new DifferenceWriter(transaction);
        for (Repricing repricing : repricings) {
            repricing.forEachDifference(view, writer::add);
            writer.flush();
        }
        return new Repriced(writer.first, writer.entries, writer.postings);
    }

    private void add(Posted difference) {
        portion.add(difference);
        entries++;
        postings += difference.entry().postings().size();
        if (portion.size() == PORTION) {
            try {
                flush();
            } catch (SQLException e) {
                throw new BooksView.Failure(e);
            }
        }
    }

    private void flush() throws SQLException {
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
