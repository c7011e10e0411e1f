package dev.triad.ledger.journal;

import dev.triad.events.EventCodec;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** The books in PostgreSQL. */
@Singleton
final class PostgresBooks implements Books {
    private final DataSource dataSource;
    private final ReferenceStore references;
    private final BatchWriter writer;
    private final EventCodec codec = new EventCodec();

    PostgresBooks(DataSource dataSource, ReferenceStore references, BatchWriter writer) {
        this.dataSource = dataSource;
        this.references = references;
        this.writer = writer;
    }

    @Override
    public Transaction begin(boolean exclusive) throws SQLException {
        Connection connection = dataSource.getConnection();
        PostgresTransaction transaction = new PostgresTransaction(connection, references, writer, codec);
        try {
            connection.setAutoCommit(false);
            references.lock(connection, exclusive);
            return transaction;
        } catch (SQLException | RuntimeException e) {
            try (transaction) {
                throw e;
            }
        }
    }

    @Override
    public long nextOffset(TopicPartition partition) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Offsets.next(connection, partition);
        }
    }

    @Override
    public Map<TopicPartition, Long> nextOffsets() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Offsets.next(connection);
        }
    }

    @Override
    public boolean hasCleared(WaitKind kind) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SuspenseReader.hasCleared(connection, kind);
        }
    }
}
