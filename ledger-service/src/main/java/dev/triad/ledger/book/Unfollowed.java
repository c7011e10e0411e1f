package dev.triad.ledger.book;

import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/**
 * What a book has not followed yet, derived for an answer that is to be of the same moment as the actual book. The book
 * itself is left as it is.
 */
@ApplicationScoped
public class Unfollowed {
    /** What is done with each posting, by the beginning of its hour. */
    public interface Taker {
        void take(String account, Instant hour, long amount);
    }

    private final ReferenceStore references;

    Unfollowed(ReferenceStore references) {
        this.references = references;
    }

    /**
     * Derives what the links hold that the book has not followed, if they are no more than it follows in one step; else
     * nothing.
     *
     * @param handle in a transaction that sees one state, and holds the book
     * @param taker of every posting
     * @return how many links the book and what was derived are still behind the actual book, as the transaction sees it
     */
    public long forEach(Handle handle, OpenBook.Other book, Taker taker) {
        try {
            return forEach(handle.getConnection(), book, taker);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private long forEach(Connection connection, OpenBook.Other book, Taker taker) throws SQLException {
        requireDates(connection, book);
        Map<String, Long> heights = Cursors.read(connection, book.id());
        Map<String, ChainLanes.Head> heads = ChainLanes.heads(connection);
        Links links = Links.after(connection, heights, heads, Portion.ENTRIES_MAX);
        long behind = heads.values().stream().mapToLong(ChainLanes.Head::height).sum()
                - heights.values().stream().mapToLong(Long::longValue).sum()
                - links.count();
        if (behind == 0 && links.count() > 0) {
            ReferenceStore.Snapshot snapshot = references.current(connection);
            LinkEntries.read(
                    connection,
                    book.groupId(),
                    links,
                    portion -> portion.forEach(
                            connection,
                            book.rules(),
                            snapshot.reference().rates(),
                            (account, hour, amount) ->
                                    taker.take(account, Instant.EPOCH.plus(hour, ChronoUnit.HOURS), amount)));
        }
        return behind == 0 ? 0 : behind + links.count();
    }

    /** Entries that were dated anew since are in other hours of the actual book than of this one, which is rebuilt for it. */
    private static void requireDates(Connection connection, OpenBook.Other book) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select redatings from book where id = ?")) {
            select.setInt(1, book.id());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next() || rows.getLong(1) != Redatings.of(connection, book.groupId())) {
                    throw Problems.BOOK_REBUILDING.because(
                            "Entries were dated anew, and it begins now; see /api/v1/books for how far it is.");
                }
            }
        }
    }
}
