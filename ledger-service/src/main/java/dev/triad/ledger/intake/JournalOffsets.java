package dev.triad.ledger.intake;

import dev.triad.ledger.journal.Books;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Begins each assigned partition where the books end. Kafka's own committed offsets mean nothing here. */
@Singleton
@Identifier("journal-offsets")
public class JournalOffsets implements KafkaConsumerRebalanceListener {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int ATTEMPTS_MAX = 60;

    private final Books books;
    private final IntakeState state;
    private final Progress progress;
    private final Runnable pause;

    @Inject
    JournalOffsets(Books books, IntakeState state) {
        this(books, state, JournalOffsets::pause);
    }

    JournalOffsets(Books books, IntakeState state, Runnable pause) {
        this.books = books;
        this.state = state;
        this.progress = state.progress();
        this.pause = pause;
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
            try {
                return books.nextOffset(partition);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw new IllegalStateException("the offsets could not be read", e);
                }
                pause.run();
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
