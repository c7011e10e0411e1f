package dev.triad.ledger.journal;

import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Redated;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.rate.RateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the journal needs of a store: everything that PostgreSQL does for it, and nothing of how. So the journal's own
 * logic also runs against a store that fails whenever a test wants it to.
 *
 * <p>Failures are {@link SQLException}s whose SQL states tell what heals with time from what does not. A connection that
 * is lost while it commits says nothing of whether it committed.
 */
public interface Books {
    /**
     * Begins a transaction, and waits for the lock on groups and rates, which it holds until its end.
     *
     * @param exclusive whether the transaction may change groups or rates, and so holds the lock alone
     */
    Transaction begin(boolean exclusive) throws SQLException;

    /** The offset of the next record of a partition to post; 0 for one that was never read. */
    long nextOffset(TopicPartition partition) throws SQLException;

    /** The same for every partition that was ever read. */
    Map<TopicPartition, Long> nextOffsets() throws SQLException;

    /** Whether any suspense item that waits for this kind could post by now; a look that takes no lock. */
    boolean hasCleared(WaitKind kind) throws SQLException;

    /** All of what it writes becomes durable at once, or none. */
    interface Transaction extends AutoCloseable {
        /** The next offsets of these partitions, locked against all others; always in the same order. */
        Map<TopicPartition, Long> lockOffsets(Set<TopicPartition> partitions) throws SQLException;

        /**
         * Which run of which database this is. Another one may know less than the last did, as after a restore: what was
         * remembered of the last is worth nothing then.
         */
        String server() throws SQLException;

        /** The present groups and rates. */
        Reference reference() throws SQLException;

        /** The greatest id of the events that a partition's records posted, or null when there are none. */
        @Nullable
        UUID latestEvent(TopicPartition partition) throws SQLException;

        /** The digests of those of the events that are on the books. */
        Map<EventKey, UUID> posted(Set<EventKey> events) throws SQLException;

        /** The digests of those of the events that are in suspense, other than in these items or for a reused id. */
        Map<EventKey, UUID> suspended(Collection<EventKey> events, Collection<Long> otherThan) throws SQLException;

        /**
         * Those of the events that are on the books, with what came back of them. A line of which something did is
         * locked; of two transactions that are the first to return some of a line, the second fails to write.
         */
        Map<EventKey, SaleOnFile> sales(Set<EventKey> events) throws SQLException;

        /**
         * Gives the usages of a resource that a rate priced, with their times in a span whose end may be open, to an
         * action, which may write entries meanwhile: what it writes is not among them.
         */
        void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action)
                throws SQLException;

        /**
         * Gives a group's own entries of records that stand at other than these places, and are booked in a span of time,
         * to an action, which may change their dates meanwhile.
         */
        void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action)
                throws SQLException;

        /** Gives entries other accounting dates, and moves what they come to from hour to hour. */
        void redate(List<Redated> entries) throws SQLException;

        /**
         * Writes groups, rates, closings, entries, balances and what came back of sales.
         *
         * @throws EventRepeatedException when one of the events has an entry of that revision already
         */
        void write(Batch batch) throws SQLException;

        /** Writes entries with differences to others, and their balances. */
        void writeDifferences(List<Posted> differences) throws SQLException;

        /** Sets records aside; one whose position is in suspense already stays as it is. */
        void suspend(List<Suspended> items) throws SQLException;

        /** Settles suspense items that were tried again: those not suspended anew are done with. */
        void settle(Map<RecordPosition, Long> tried, List<Suspended> again) throws SQLException;

        /** Moves offsets on, if they are still where this batch began: a stale owner's batch fails here. */
        void advance(Map<TopicPartition, Offsets.Move> moves) throws SQLException;

        /** Waiting items whose counterpart of this kind is on the books by now, by their ids, and locked. */
        Map<Long, RawRecord> lockCleared(WaitKind kind, int limit) throws SQLException;

        /** One suspense item that is not resolved yet, locked, or none. */
        Map<Long, RawRecord> lockOpen(long id) throws SQLException;

        void commit() throws SQLException;

        /** Ends the transaction, and takes everything back if it was not committed. */
        @Override
        void close() throws SQLException;
    }
}
