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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes a book of all entries of its group. It reads them in one transaction that sees the actual book at one moment, with
 * the heads of the chain at that moment, which is where following begins. What it makes is written in transactions of their
 * own, some thousand entries each. An attempt that ends too soon leaves the book as one that is to be rebuilt, and the next
 * one begins anew.
 */
@ApplicationScoped
class Rebuild {
    /** The first part of the locks that say which books are being rebuilt; the second is the book's id. */
    static final int LOCK = 0x7472_6962;

    /** How long an attempt may be silent until the database ends it, so that another ledger can begin. */
    private static final String SILENT_LONGEST = "60s";

    private static final int FETCH_ROWS = 2_000;

    private static final String BEGIN = """
            update book set run = run + 1, entries_read = 0, entries_total = ?, started_at = now(), finished_at = null,
                            detail = null
            where id = ? and state = 'rebuilding' returning run""";

    private static final String READ = """
            update book set entries_read = entries_read + ?
            where id = ? and run = ? and state = 'rebuilding'""";

    private static final String FINISH = """
            update book set state = 'live', redatings = ?, finished_at = now()
            where id = ? and run = ? and state = 'rebuilding'""";

    /** The book was deleted, or another attempt has begun. */
    private static final class SupersededException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An attempt. */
    private record Attempt(OpenBook.Other book, int run, WhatIf rules, RateBook rates) {}

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final BookStore store;
    private final ReferenceStore references;

    Rebuild(DataSource dataSource, @Writing Jdbi jdbi, BookStore store, ReferenceStore references) {
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.store = store;
        this.references = references;
    }

    /** Rebuilds a book, unless it is gone or another ledger is at it. */
    void run(int id) throws SQLException, InterruptedException {
        try (Connection reading = dataSource.getConnection()) {
            reading.setAutoCommit(false);
            try {
                execute(reading, "set transaction isolation level repeatable read, read only");
                if (isLocked(reading, id)) {
                    execute(reading, "set local idle_in_transaction_session_timeout = '" + SILENT_LONGEST + "'");
                    rebuild(reading, id);
                }
            } catch (SupersededException e) {
                Log.infof("rebuild given up book=%d", id);
            } finally {
                reading.rollback();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isLocked(Connection reading, int id) throws SQLException {
        try (PreparedStatement lock = reading.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, LOCK);
            lock.setInt(2, id);
            try (ResultSet rows = lock.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private void rebuild(Connection reading, int id) throws SQLException, InterruptedException {
        Optional<Book> found = jdbi.withHandle(handle -> store.byId(handle, id));
        if (found.isEmpty() || found.get().state() != Book.State.REBUILDING) {
            return;
        }
        Book book = found.get();
        Map<String, ChainLanes.Head> heads = ChainLanes.heads(reading);
        long redatings = Redatings.of(reading, book.groupId());
        ReferenceStore.Snapshot snapshot = references.current(reading);
        Group group = Objects.requireNonNull(snapshot.reference().groups().get(book.group()));
        OpenBook.Other other = new OpenBook.Other(id, book.groupId(), group, book.policy());
        int run = begin(other, count(reading, book.groupId()));
        Log.infof("rebuild begins book=%s group=%s run=%d", book.name(), book.group(), run);
        Attempt attempt =
                new Attempt(other, run, other.rules(), snapshot.reference().rates());
        read(reading, attempt);
        finish(attempt, heads, redatings);
        Log.infof("rebuild done book=%s group=%s run=%d", book.name(), book.group(), run);
    }

    private static long count(Connection reading, int group) throws SQLException {
        try (PreparedStatement count = reading.prepareStatement("select count(*) from entry where group_id = ?")) {
            count.setInt(1, group);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Takes away what an earlier attempt left. */
    private int begin(OpenBook.Other book, long entries) throws SQLException {
        return inTransaction(connection -> {
            int run;
            try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
                begin.setLong(1, entries);
                begin.setInt(2, book.id());
                try (ResultSet rows = begin.executeQuery()) {
                    if (!rows.next()) {
                        throw new SupersededException();
                    }
                    run = rows.getInt(1);
                }
            }
            BookBalances.empty(connection, book.id());
            Cursors.clear(connection, book.id());
            return run;
        });
    }

    private void read(Connection reading, Attempt attempt) throws SQLException, InterruptedException {
        Pace pace = new Pace();
        Portion portion = new Portion();
        try (PreparedStatement select = reading.prepareStatement(ActualRow.SELECT + " where e.group_id = ?")) {
            select.setInt(1, attempt.book().groupId());
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (portion.add(ActualRow.read(rows))) {
                        write(reading, attempt, portion);
                        pace.rest();
                    }
                }
            }
        }
        write(reading, attempt, portion);
    }

    private void write(Connection reading, Attempt attempt, Portion portion) throws SQLException {
        inTransaction(connection -> {
            update(connection, READ, portion.size(), attempt);
            portion.post(reading, connection, attempt.book(), attempt.rules(), attempt.rates());
            return attempt;
        });
    }

    private void finish(Attempt attempt, Map<String, ChainLanes.Head> heads, long redatings) throws SQLException {
        inTransaction(connection -> {
            update(connection, FINISH, redatings, attempt);
            for (Map.Entry<String, ChainLanes.Head> head : heads.entrySet()) {
                Cursors.move(
                        connection,
                        attempt.book().id(),
                        head.getKey(),
                        0,
                        head.getValue().height());
            }
            return attempt;
        });
    }

    /** Changes the book's row, and holds it until the transaction ends, if this attempt is still the one that may. */
    private static void update(Connection connection, String sql, long number, Attempt attempt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, number);
            update.setInt(2, attempt.book().id());
            update.setInt(3, attempt.run());
            if (update.executeUpdate() != 1) {
                throw new SupersededException();
            }
        }
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
