package dev.triad.ledger.intake;

import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.Journal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The real intake and the real rebalance listener, for a simulation that owns time. */
public final class SimulatedIntake {
    private final IntakeState state;
    private final Intake intake;
    private final JournalOffsets offsets;

    /** @param rest waits, and says whether the ledger was told to stop */
    public SimulatedIntake(Books books, Journal journal, LongSupplier nanoTime, LongPredicate rest) {
        state = new IntakeState(nanoTime);
        intake = new Intake(journal, state, new ReferenceFirst((ReferenceFirst.Lag) Map::of), rest::test);
        offsets = new JournalOffsets(books, state, () -> {});
    }

    public void takeReference(ConsumerRecords<byte[], byte[]> records) {
        intake.takeReference(records);
    }

    public void takeEvents(ConsumerRecords<byte[], byte[]> records) {
        try {
            intake.takeEvents(records);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        }
    }

    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        offsets.onPartitionsAssigned(consumer, partitions);
    }

    public void watch() throws SQLException {
        intake.watch();
    }

    /** Whether only a restart helps. */
    public boolean isFatal() {
        return state.isFatal();
    }

    public String failure() {
        return String.valueOf(state.failure());
    }
}
