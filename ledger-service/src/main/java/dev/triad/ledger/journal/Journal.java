package dev.triad.ledger.journal;

import dev.triad.events.Topics;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.BatchPoster;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Suspended;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The only writer of the books. One transaction holds a batch's entries, balances, suspense items and
 * offsets: after any crash either all of it is there or none.
 */
@Singleton
public class Journal {
    /**
     * What has just been made durable.
     *
     * @param posted the entries of events
     * @param repriced the entries with the differences that rates made
     * @param took from asking for the transaction until it was durable
     * @param commit of that, the commit itself: what the database took to make it durable
     */
    public record Committed(
            List<Posted> posted,
            Repriced repriced,
            List<Suspended> suspended,
            int duplicates,
            Duration took,
            Duration commit) {}

    private final Books books;
    private final Repeats repeats;
    private final Consumer<Committed> committed;

    @Inject
    Journal(Books books, Repeats repeats, Event<Committed> committed) {
        this(books, repeats, (Consumer<Committed>) committed::fire);
    }

    /** @param committed is told what has just become durable */
    Journal(Books books, Repeats repeats, Consumer<Committed> committed) {
        this.books = books;
        this.repeats = repeats;
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
        boolean thorough = repeats.areLikely();
        try {
            post(records, seen, thorough);
        } catch (EventRepeatedException e) {
            repeats.found();
            if (thorough) {
                throw e;
            }
            post(records, seen, true);
        }
    }

    private void post(List<Received> records, Map<TopicPartition, Long> seen, boolean thorough) throws SQLException {
        Map<TopicPartition, Offsets.Move> moves = moves(records);
        boolean reference = moves.keySet().stream().anyMatch(p -> p.topic().equals(Topics.REFERENCE));
        commit(reference, transaction -> {
            Map<TopicPartition, Long> next = transaction.lockOffsets(moves.keySet());
            next.forEach((partition, offset) -> requireNotRewound(partition, offset, seen.getOrDefault(partition, 0L)));
            List<Received> fresh = fresh(records, moves, next);
            Written written = post(transaction, fresh, List.of(), thorough);
            transaction.suspend(written.batch().suspended());
            transaction.advance(forward(moves, next));
            return written;
        });
    }

    /** Tries suspense items again, each with its id; those that post leave suspense in the same transaction. */
    public Committed redrive(RedriveSource source) throws SQLException {
        return commit(source.changesReference(), transaction -> {
            Map<Long, Received> items = source.lock(transaction);
            Map<RecordPosition, Long> tried = new HashMap<>();
            items.forEach((id, received) -> tried.put(received.raw().position(), id));
            Written written = post(transaction, new ArrayList<>(items.values()), items.keySet(), true);
            transaction.settle(tried, written.batch().suspended());
            return written;
        });
    }

    /** Picks the suspense items to try again, and locks them. */
    public interface RedriveSource {
        Map<Long, Received> lock(Books.Transaction transaction) throws SQLException;

        /** Whether declarations or rates may be among them. */
        boolean changesReference();
    }

    private interface Work {
        Written run(Books.Transaction transaction) throws SQLException;
    }

    /** What a transaction wrote, and the memory that is to know of it once it is durable. */
    private record Written(Batch batch, Repriced repriced, Repeats.Memory memory) {}

    private Written post(
            Books.Transaction transaction, List<Received> records, Collection<Long> redriven, boolean thorough)
            throws SQLException {
        try {
            Repeats.Memory memory = repeats.of(transaction);
            BooksView view = new BooksView(transaction, redriven, memory, thorough);
            Batch batch = BatchPoster.post(view, records);
            while (view.isOutdated(batch.suspended())) {
                view = new BooksView(transaction, redriven, memory, true);
                batch = BatchPoster.post(view, records);
            }
            Repriced repriced = DifferenceWriter.write(transaction, view, batch.changes());
            transaction.write(batch);
            return new Written(batch, repriced, memory);
        } catch (BooksView.Failure e) {
            throw e.sql();
        }
    }

    private Committed commit(boolean exclusive, Work work) throws SQLException {
        Written written;
        long begun = System.nanoTime();
        long toCommit;
        try (Books.Transaction transaction = books.begin(exclusive)) {
            written = work.run(transaction);
            toCommit = System.nanoTime();
            transaction.commit();
        }
        long durable = System.nanoTime();
        Batch batch = written.batch();
        written.memory().committed(batch.posted());
        Committed done = new Committed(
                batch.posted(),
                written.repriced(),
                batch.suspended(),
                batch.duplicates(),
                Duration.ofNanos(durable - begun),
                Duration.ofNanos(durable - toCommit));
        committed.accept(done);
        return done;
    }

    /**
     * Looks whether the books are where they were.
     *
     * @param seen how far each partition had been handed over before this call
     * @throws LogRewoundException when the books are behind that
     */
    public void requireNotRewound(Map<TopicPartition, Long> seen) throws SQLException {
        Map<TopicPartition, Long> next = books.nextOffsets();
        seen.forEach((partition, offset) -> requireNotRewound(partition, next.getOrDefault(partition, 0L), offset));
    }

    private static void requireNotRewound(TopicPartition partition, long next, long seen) {
        if (next < seen) {
            throw new LogRewoundException(partition, next, seen);
        }
    }

    /** The records that are not on the books yet: all of them, as a rule. */
    private static List<Received> fresh(
            List<Received> records, Map<TopicPartition, Offsets.Move> moves, Map<TopicPartition, Long> next) {
        boolean allNew = moves.entrySet().stream()
                .allMatch(move -> move.getValue().from() >= next.getOrDefault(move.getKey(), 0L));
        return allNew
                ? records
                : records.stream()
                        .filter(record -> record.raw().position().offset()
                                >= next.getOrDefault(partition(record.raw().position()), 0L))
                        .toList();
    }

    /** From the first of the records to the last, by partition. */
    private static Map<TopicPartition, Offsets.Move> moves(List<Received> records) {
        Map<TopicPartition, Offsets.Move> moves = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= records.size(); i++) {
            RecordPosition first = records.get(start).raw().position();
            if (i == records.size() || !first.isBeside(records.get(i).raw().position())) {
                RecordPosition last = records.get(i - 1).raw().position();
                moves.merge(partition(first), new Offsets.Move(first.offset(), last.offset() + 1), Offsets.Move::with);
                start = i;
            }
        }
        return moves;
    }

    /** From where the books stand to the end of the records, where that is further. */
    private static Map<TopicPartition, Offsets.Move> forward(
            Map<TopicPartition, Offsets.Move> moves, Map<TopicPartition, Long> next) {
        Map<TopicPartition, Offsets.Move> forward = new HashMap<>();
        moves.forEach((partition, move) -> {
            long from = next.getOrDefault(partition, 0L);
            if (move.to() > from) {
                forward.put(partition, new Offsets.Move(from, move.to()));
            }
        });
        return forward;
    }

    private static TopicPartition partition(RecordPosition position) {
        return new TopicPartition(position.topic(), position.partition());
    }
}
