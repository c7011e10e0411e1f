package dev.triad.cli.faults;

import dev.triad.events.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The ledger's database, as an operator sees it. */
final class Database {
    /** The topics by the numbers that the ledger's tables give them. */
    private static final List<String> NUMBERED =
            List.of(Topics.SALES, Topics.USAGE, Topics.COSTS, Topics.REFERENCE, Topics.REQUESTS);

    private static final String NAME = "postgres";
    private static final String MAINTENANCE = "template1";

    private final int port;

    Database(int port) {
        this.port = port;
    }

    /** A connection that gives up after two seconds without an answer, whatever it waits for. */
    Connection connect() throws SQLException {
        return connect(NAME);
    }

    /** A connection that waits for as long as an answer takes, as a backup's does. */
    Connection connectPatiently() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, NAME));
    }

    /** Where it answers, as programs name it. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
    }

    /** The offset of the next record to post, by partition; a partition that nothing was posted from is missing. */
    static Map<TopicPartition, Long> positions(Connection connection) throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select topic, partition, next_offset from intake_offset")) {
            while (rows.next()) {
                positions.put(new TopicPartition(NUMBERED.get(rows.getInt(1)), rows.getInt(2)), rows.getLong(3));
            }
        }
        return positions;
    }

    /** Ends every connection, and refuses new ones. */
    void refuseConnections() throws SQLException {
        execute(
                "alter database %s with allow_connections false".formatted(NAME),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(NAME));
    }

    /** Ends {@link #refuseConnections}. */
    void acceptConnections() throws SQLException {
        execute("alter database %s with allow_connections true".formatted(NAME));
    }

    /** Lets the write-ahead log take a part of a small volume only. */
    void keepLogSmall() throws SQLException {
        execute("alter system set max_wal_size = '96MB'", "select pg_reload_conf()");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect(MAINTENANCE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&connectTimeout=2&socketTimeout=2"
                        .formatted(port, database));
    }
}
