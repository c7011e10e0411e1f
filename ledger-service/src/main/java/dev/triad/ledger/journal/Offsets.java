package dev.triad.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The offsets of the next records to post. */
final class Offsets {
    private Offsets() {}

    /** The next offsets of these partitions, each row locked until the transaction ends. */
    static Map<TopicPartition, Long> lock(Connection connection, Iterable<TopicPartition> partitions)
            throws SQLException {
        SortedMap<TopicPartition, Long> next = new TreeMap<>(Offsets::compare);
        for (TopicPartition partition : partitions) {
            next.put(partition, 0L);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into intake_offset (topic, partition, next_offset) values (?, ?, 0) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement(
                        "select next_offset from intake_offset where topic = ? and partition = ? for update")) {
            for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                select.setInt(1, LogTopics.number(entry.getKey().topic()));
                select.setInt(2, entry.getKey().partition());
                Long offset = read(select);
                if (offset == null) {
                    insert.setInt(1, LogTopics.number(entry.getKey().topic()));
                    insert.setInt(2, entry.getKey().partition());
                    insert.executeUpdate();
                    offset = read(select);
                }
                entry.setValue(offset == null ? 0L : offset);
            }
        }
        return next;
    }

    /** Moves an offset on, if it is still where this batch began: a stale owner's batch fails here. */
    static void advance(Connection connection, TopicPartition partition, long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update intake_offset set next_offset = ? where topic = ? and partition = ? and next_offset = ?")) {
            update.setLong(1, to);
            update.setInt(2, LogTopics.number(partition.topic()));
            update.setInt(3, partition.partition());
            update.setLong(4, from);
            if (update.executeUpdate() != 1) {
                throw new SQLException("another owner moved the offset of " + partition, "40001");
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Long read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : null;
        }
    }

    private static int compare(TopicPartition left, TopicPartition right) {
        int topics = left.topic().compareTo(right.topic());
        return topics != 0 ? topics : Integer.compare(left.partition(), right.partition());
    }
}
