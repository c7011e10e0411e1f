package dev.triad.ledger.book;

import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.journal.Writing;
import dev.triad.ledger.policy.WhatIf;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.rate.RateBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a live book on: what the links of the chain hold that it has not followed yet is derived and added to its balances,
 * and its cursors move, in one transaction. Every entry is in one link, so each is added once, whoever does it. The
 * transaction sees one state of the actual book; if entries were dated anew, the book is rebuilt instead.
 */
@ApplicationScoped
class Follow {
    /** Whoever else is at it, or is deleting the book, holds its row. */
    private static final String LOCK =
            "select redatings from book where id = ? and state = 'live' for update skip locked";

    private static final String REBUILD = "update book set state = 'rebuilding', entries_read = 0 where id = ?";

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final BookStore store;
    private final ReferenceStore references;

    Follow(DataSource dataSource, @Writing Jdbi jdbi, BookStore store, ReferenceStore references) {
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.store = store;
        this.references = references;
    }

    /** Brings a book on by some links; whether there were any. */
    boolean step(int id) throws SQLException {
        Optional<Book> found = jdbi.withHandle(handle -> store.byId(handle, id));
        if (found.isEmpty() || found.get().state() != Book.State.LIVE) {
            return false;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean moved = step(connection, found.get());
                connection.commit();
                return moved;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private boolean step(Connection connection, Book book) throws SQLException {
        execute(connection, "set transaction isolation level repeatable read");
        // What is asked for differs from step to step, and so does how it is best found.
        execute(connection, "set local plan_cache_mode = force_custom_plan");
        long redatings = lock(connection, book.id());
        if (redatings < 0) {
            return false;
        }
        if (redatings != Redatings.of(connection, book.groupId())) {
            rebuild(connection, book);
            return false;
        }
        Links links = Links.after(
                connection, Cursors.read(connection, book.id()), ChainLanes.heads(connection), Portion.ENTRIES_MAX);
        add(connection, book, links);
        for (Links.Followed followed : links.followed()) {
            Cursors.move(connection, book.id(), followed.lane(), followed.after(), followed.to());
        }
        return !links.followed().isEmpty();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The redatings that the book knows, or -1 when somebody else is at it or it is live no more. */
    private static long lock(Connection connection, int id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, id);
            try (ResultSet rows = lock.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }

    private static void rebuild(Connection connection, Book book) throws SQLException {
        Log.infof("entries were dated anew, so it is rebuilt book=%s group=%s", book.name(), book.group());
        try (PreparedStatement rebuild = connection.prepareStatement(REBUILD)) {
            rebuild.setInt(1, book.id());
            rebuild.executeUpdate();
        }
    }

    private void add(Connection connection, Book book, Links links) throws SQLException {
        ReferenceStore.Snapshot snapshot = references.current(connection);
        Group group = Objects.requireNonNull(snapshot.reference().groups().get(book.group()));
        OpenBook.Other other = new OpenBook.Other(book.id(), book.groupId(), group, book.policy());
        WhatIf rules = other.rules();
        RateBook rates = snapshot.reference().rates();
        LinkEntries.read(
                connection,
                book.groupId(),
                links,
                portion -> portion.post(connection, connection, other, rules, rates));
    }
}
