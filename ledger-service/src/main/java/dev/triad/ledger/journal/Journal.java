package dev.triad.ledger.journal;

import dev.triad.events.EventCodec;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.BatchPoster;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Suspended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * The only writer of the books. One transaction holds a batch's entries, balances, suspense items and
 * offsets: after any crash either all of it is there or none.
 */
@ApplicationScoped
public class Journal {
    /** What has just been made durable. */
    public record Committed(List<Posted> posted, List<Suspended> suspended, int duplicates) {}

    private final DataSource dataSource;
    private final ReferenceStore references;
    private final BatchWriter writer;
    private final Event<Committed> committed;
    private final EventCodec codec = new EventCodec();

    Journal(DataSource dataSource, ReferenceStore references, BatchWriter writer, Event<Committed> committed) {
        this.dataSource = dataSource;
        this.references = references;
        this.writer = writer;
        this.committed = committed;
    }

    /**
     * Posts records as they came from the log, in the order of each partition. What the books hold already
     * is skipped by its offset.
     *
     * @param seen how far each partition has been handed over before, so that a database that went back in
     *     time is noticed instead of leaving a gap
     * @throws LogRewoundException when the books are behind what was handed over
     * @throws SQLException when nothing was written
     */
    public void post(List<Received> records, Map<TopicPartition, Long> seen) throws SQLException {
        boolean reference = records.stream()
                .anyMatch(record -> record.raw().position().topic().equals(Topics.REFERENCE));
        commit(reference, connection -> {
            Map<TopicPartition, Long> next = Offsets.lock(connection, partitions(records));
            requireNotRewound(next, seen);
            List<Received> fresh = fresh(records, next);
            Batch batch = post(connection, fresh, List.of());
            SuspenseWriter.insert(connection, batch.suspended());
            for (Map.Entry<TopicPartition, Long> end : ends(fresh).entrySet()) {
                Offsets.advance(connection, end.getKey(), next.getOrDefault(end.getKey(), 0L), end.getValue());
            }
            return batch;
        });
    }

    /** Tries suspense items again, each with its id; those that post leave suspense in the same transaction. */
    public Committed redrive(RedriveSource source) throws SQLException {
        return commit(source.changesReference(), connection -> {
            Map<Long, Received> items = source.lock(connection);
            Map<RecordPosition, Long> tried = new HashMap<>();
            items.forEach((id, received) -> tried.put(received.raw().position(), id));
            Batch batch = post(connection, new ArrayList<>(items.values()), items.keySet());
            SuspenseWriter.settle(connection, tried, batch.suspended());
            return batch;
        });
    }

    /** Picks the suspense items to try again, and locks them. */
    public interface RedriveSource {
        Map<Long, Received> lock(Connection connection) throws SQLException;

        /** Whether declarations or rates may be among them. */
        boolean changesReference();
    }

    private interface Work {
        Batch run(Connection connection) throws SQLException;
    }

    private Batch post(Connection connection, List<Received> records, Collection<Long> redriven) throws SQLException {
        ReferenceStore.Snapshot snapshot = references.current(connection);
        try {
            Batch batch = BatchPoster.post(new BooksView(connection, snapshot.reference(), redriven, codec), records);
            writer.write(connection, batch, references.write(connection, snapshot, batch));
            return batch;
        } catch (BooksView.Failure e) {
            throw e.sql();
        }
    }

    private Committed commit(boolean exclusive, Work work) throws SQLException {
        Batch batch;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                references.lock(connection, exclusive);
                batch = work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
        Committed done = new Committed(batch.posted(), batch.suspended(), batch.duplicates());
        committed.fire(done);
        return done;
    }

    private static void requireNotRewound(Map<TopicPartition, Long> next, Map<TopicPartition, Long> seen) {
        next.forEach((partition, offset) -> {
            if (offset < seen.getOrDefault(partition, 0L)) {
                throw new LogRewoundException(partition, offset, seen.getOrDefault(partition, 0L));
            }
        });
    }

    private static List<Received> fresh(List<Received> records, Map<TopicPartition, Long> next) {
        return records.stream()
                .filter(record -> record.raw().position().offset()
                        >= next.getOrDefault(partition(record.raw().position()), 0L))
                .toList();
    }

    private static Set<TopicPartition> partitions(List<Received> records) {
        return ends(records).keySet();
    }

    private static Map<TopicPartition, Long> ends(List<Received> records) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Received record : records) {
            RecordPosition position = record.raw().position();
            ends.merge(partition(position), position.offset() + 1, Math::max);
        }
        return ends;
    }

    private static TopicPartition partition(RecordPosition position) {
        return new TopicPartition(position.topic(), position.partition());
    }
}
