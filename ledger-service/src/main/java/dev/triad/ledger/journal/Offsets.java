package dev.triad.ledger.journal;

import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.Head;
import dev.triad.ledger.posting.LogTopics;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The offsets of the next records to post. */
public final class Offsets {
    private static final String LOCK = """
            select o.topic, o.partition, o.next_offset, o.chain_height, o.chain_hash
            from intake_offset o join unnest(?::smallint[], ?::int[]) as wanted (topic, partition)
                on o.topic = wanted.topic and o.partition = wanted.partition
            order by o.topic, o.partition for update of o""";

    private static final String BEGIN = """
            insert into intake_offset (topic, partition, next_offset)
            select topic, partition, 0 from unnest(?::smallint[], ?::int[]) as wanted (topic, partition)
            order by topic, partition on conflict do nothing""";

    private static final String ADVANCE = """
            with moved as (
                select * from unnest(?::smallint[], ?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
                                     ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::uuid[])
                    as moved (topic, partition, since, til, lane, height, hash, unposted, own, elsewhere, revisions,
                              latest)),
            linked as (
                insert into chain_link (lane, height, from_offset, to_offset, unposted, own, elsewhere,
                                        elsewhere_revisions, hash)
                select lane, height, since, til, unposted::int8multirange, own, elsewhere::bigint[],
                       revisions::smallint[], decode(hash, 'hex')
                from moved)
            update intake_offset o
            set next_offset = moved.til, chain_height = moved.height, chain_hash = decode(moved.hash, 'hex'),
                latest_event = greatest(o.latest_event, moved.latest)
            from moved
            where o.topic = moved.topic and o.partition = moved.partition and o.next_offset = moved.since""";

    /** Where a partition stands. */
    record Place(long next, Head head) {}

    /** How far a batch takes a partition. */
    public record Move(long from, long to) {
        Move with(Move other) {
            return new Move(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    private Offsets() {}

    /** The next offset of a partition, for whoever begins to read it. */
    static long next(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select next_offset from intake_offset where topic = ? and partition = ?")) {
            select.setInt(1, LogTopics.number(partition.topic()));
            select.setInt(2, partition.partition());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** The greatest id of the events that a partition's records posted. */
    static @Nullable UUID latestEvent(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select latest_event from intake_offset where topic = ? and partition = ?")) {
            select.setInt(1, LogTopics.number(partition.topic()));
            select.setInt(2, partition.partition());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getObject(1, UUID.class) : null;
            }
        }
    }

    /** The next offsets of all partitions. */
    static Map<TopicPartition, Long> next(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from intake_offset");
                ResultSet rows = select.executeQuery()) {
            Map<TopicPartition, Long> next = new HashMap<>();
            while (rows.next()) {
                next.put(new TopicPartition(LogTopics.name(rows.getInt(1)), rows.getInt(2)), rows.getLong(3));
            }
            return next;
        }
    }

    /** The next offsets of these partitions, their rows locked, always in the same order, until the transaction ends. */
    static Map<TopicPartition, Place> lock(Connection connection, Set<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Place> next = select(connection, partitions);
        if (next.size() < partitions.size()) {
            try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
                bind(insert, partitions);
                insert.executeUpdate();
            }
            next = select(connection, partitions);
        }
        return next;
    }

    /**
     * Moves offsets on and the chain with them, if they are still where this batch began: a stale owner's batch fails
     * here.
     */
    static void advance(Connection connection, Map<TopicPartition, ChainWriter.Row> rows) throws SQLException {
        List<TopicPartition> partitions = List.copyOf(rows.keySet());
        List<ChainWriter.Row> links = List.copyOf(rows.values());
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            bind(update, partitions);
            update.setArray(
                    3, array(connection, "bigint", links, row -> row.link().from()));
            update.setArray(
                    4, array(connection, "bigint", links, row -> row.link().to()));
            update.setArray(
                    5, array(connection, "text", links, row -> row.link().lane()));
            update.setArray(
                    6, array(connection, "bigint", links, row -> row.link().height()));
            update.setArray(
                    7, array(connection, "text", links, row -> row.hash().toString()));
            update.setArray(
                    8,
                    array(
                            connection,
                            "text",
                            links,
                            row -> row.link().unposted().toString()));
            update.setArray(9, array(connection, "int", links, row -> row.link().own()));
            update.setArray(10, array(connection, "text", links, ChainWriter.Row::elsewhere));
            update.setArray(11, array(connection, "text", links, ChainWriter.Row::revisions));
            update.setArray(12, array(connection, "uuid", links, ChainWriter.Row::latest));
            if (update.executeUpdate() != links.size()) {
                throw new SQLException("another owner moved an offset of " + partitions, "40001");
            }
        }
    }

    private static Map<TopicPartition, Place> select(Connection connection, Set<TopicPartition> partitions)
            throws SQLException {
        Map<TopicPartition, Place> places = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            bind(select, partitions);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.put(
                            new TopicPartition(LogTopics.name(rows.getInt(1)), rows.getInt(2)),
                            new Place(rows.getLong(3), new Head(rows.getLong(4), Hash.of(rows.getBytes(5)))));
                }
            }
        }
        return places;
    }

    private static void bind(PreparedStatement statement, Collection<TopicPartition> partitions) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, array(connection, "smallint", partitions, p -> LogTopics.number(p.topic())));
        statement.setArray(2, array(connection, "int", partitions, TopicPartition::partition));
    }

    private static <T> Array array(Connection connection, String type, Collection<T> items, Function<T, ?> field)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(field).toArray());
    }
}
