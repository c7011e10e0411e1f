package dev.triad.ledger.journal;

import dev.triad.events.EventCodec;
import dev.triad.ledger.chain.Head;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A transaction of PostgreSQL, on a connection of its own. */
final class PostgresTransaction implements Books.Transaction {
    private final Connection connection;
    private final ReferenceStore references;
    private final BatchWriter writer;
    private final BooksReader reader;
    private final ChainWriter chain = new ChainWriter();
    private ReferenceStore.@Nullable Snapshot snapshot;
    private boolean committed;

    PostgresTransaction(Connection connection, ReferenceStore references, BatchWriter writer, EventCodec codec) {
        this.connection = connection;
        this.references = references;
        this.writer = writer;
        this.reader = new BooksReader(connection, codec);
    }

    @Override
    public Map<TopicPartition, Long> lockOffsets(Set<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        Map<TopicPartition, Head> heads = new HashMap<>();
        Offsets.lock(connection, partitions).forEach((partition, place) -> {
            next.put(partition, place.next());
            heads.put(partition, place.head());
        });
        chain.begin(heads);
        return next;
    }

    @Override
    public String server() throws SQLException {
        return snapshot().version().server();
    }

    @Override
    public Reference reference() throws SQLException {
        return snapshot().reference();
    }

    private ReferenceStore.Snapshot snapshot() throws SQLException {
        ReferenceStore.Snapshot current = snapshot;
        if (current == null) {
            current = references.current(connection);
            snapshot = current;
        }
        return current;
    }

    @Override
    public @Nullable UUID latestEvent(TopicPartition partition) throws SQLException {
        return Offsets.latestEvent(connection, partition);
    }

    @Override
    public Map<EventKey, UUID> posted(Set<EventKey> events) throws SQLException {
        return reader.posted(events);
    }

    @Override
    public Map<EventKey, UUID> suspended(Collection<EventKey> events, Collection<Long> otherThan) throws SQLException {
        return reader.suspended(events, otherThan);
    }

    @Override
    public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) throws SQLException {
        return reader.sales(events);
    }

    @Override
    public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action)
            throws SQLException {
        new PostedUsages(connection).read(key, from, until, action);
    }

    @Override
    public void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action)
            throws SQLException {
        new DatedEntries(connection).read(group, places, from, until, action);
    }

    @Override
    public void redate(List<Redated> entries) throws SQLException {
        DateWriter.write(connection, entries);
    }

    @Override
    public void write(Batch batch) throws SQLException {
        Map<String, Integer> groupIds = references.write(connection, snapshot(), batch);
        writer.write(connection, server(), batch, groupIds, reader.linesOnFile(), chain);
    }

    @Override
    public void writeDifferences(List<Posted> differences) throws SQLException {
        writer.write(connection, server(), differences, snapshot().groupIds(), chain);
    }

    @Override
    public void suspend(List<Suspended> items) throws SQLException {
        SuspenseWriter.insert(connection, items);
    }

    @Override
    public void settle(Map<RecordPosition, Long> tried, List<Suspended> again) throws SQLException {
        SuspenseWriter.settle(connection, tried, again);
        chain.extendSuspense(connection);
    }

    @Override
    public void advance(Map<TopicPartition, Offsets.Move> moves) throws SQLException {
        Offsets.advance(connection, chain.rows(moves));
    }

    @Override
    public Map<Long, RawRecord> lockCleared(WaitKind kind, int limit) throws SQLException {
        return SuspenseReader.cleared(connection, kind, limit);
    }

    @Override
    public Map<Long, RawRecord> lockOpen(long id) throws SQLException {
        return SuspenseReader.open(connection, id);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!committed) {
                connection.rollback();
            }
        }
    }
}
