package dev.triad.ledger.intake;

import dev.triad.ledger.journal.LogTopics;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Begins each assigned partition where the books end. Kafka's own committed offsets mean nothing here. */
@Singleton
@Identifier("journal-offsets")
public class JournalOffsets implements KafkaConsumerRebalanceListener {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int ATTEMPTS_MAX = 60;

    private final DataSource dataSource;
    private final IntakeState state;
    private final Progress progress;

    JournalOffsets(DataSource dataSource, IntakeState state) {
        this.dataSource = dataSource;
        this.state = state;
        this.progress = state.progress();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            long next = next(partition);
            progress.assigned(partition, next);
            consumer.seek(partition, next);
        }
        state.joined();
        if (!partitions.isEmpty()) {
            Log.infof("partitions assigned count=%d", partitions.size());
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        state.lost();
    }

    /** A rebalance must not begin from a guess: it waits for the database, and fails when that stays away. */
    private long next(TopicPartition partition) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement select = connection.prepareStatement(
                            "select next_offset from intake_offset where topic = ? and partition = ?")) {
                select.setInt(1, LogTopics.number(partition.topic()));
                select.setInt(2, partition.partition());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0;
                }
            } catch (SQLException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw new IllegalStateException("the offsets could not be read", e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
