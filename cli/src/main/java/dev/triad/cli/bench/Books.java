package dev.triad.cli.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the ledger's database, beside the ledger. Not for use by several threads. */
final class Books implements AutoCloseable {
    private static final String UNDEFINED_TABLE = "42P01";

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    static Books open(int port) throws SQLException {
        return new Books(connect(port));
    }

    /** A connection of its own, which commits each statement. */
    static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port));
    }

    /** How many records of the log are durable on the books; 0 before there are tables. */
    long recordsPosted() throws SQLException {
        try {
            return number("select coalesce(sum(next_offset), 0) from intake_offset");
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }

    /** How many records are set aside, waiting or quarantined. */
    long suspended() throws SQLException {
        return number("select count(*) from suspense where state <> 'resolved'");
    }

    /** How many of them wait for something that has not arrived. */
    long waiting() throws SQLException {
        return number("select count(*) from suspense where state = 'waiting'");
    }

    /** The entries that events made themselves, without later repricings. */
    long entries() throws SQLException {
        return number("select count(*) from entry where revision = 0");
    }

    /** The postings of those entries. */
    long postings() throws SQLException {
        return number("select coalesce(sum(cardinality(accounts)), 0) from entry where revision = 0");
    }

    /** What tables and indexes take on the disk, in bytes. */
    long bytes() throws SQLException {
        return number("select pg_database_size(current_database())");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
