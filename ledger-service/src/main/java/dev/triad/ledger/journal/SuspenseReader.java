package dev.triad.ledger.journal;

import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RecordPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads suspense items back into records, locked for whoever tries them again. */
final class SuspenseReader {
    private static final String COLUMNS =
            "select s.id, s.topic, s.partition, s.record_offset, s.record_time, s.key, s.headers, s.value from suspense s ";

    private SuspenseReader() {}

    static boolean hasCleared(Connection connection, WaitKind kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from suspense s where s.state = 'waiting' and s.waits_for = ? and exists (" + arrived(kind)
                        + ") limit 1")) {
            select.setString(1, kind.code());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Waiting items whose counterpart of this kind is on the books by now. */
    static Map<Long, RawRecord> cleared(Connection connection, WaitKind kind, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS
                + "where s.state = 'waiting' and s.waits_for = ? and exists (" + arrived(kind)
                + ") order by s.id limit ? for update of s skip locked")) {
            select.setString(1, kind.code());
            select.setInt(2, limit);
            return read(select);
        }
    }

    /** One item that is not resolved yet, or none. */
    static Map<Long, RawRecord> open(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "where s.id = ? and s.state <> 'resolved' for update of s")) {
            select.setLong(1, id);
            return read(select);
        }
    }

    /** The query that finds the counterpart of an item. */
    private static String arrived(WaitKind kind) {
        return switch (kind) {
            case GROUP -> "select 1 from consolidation_group g where g.name = s.group_name";
            case UNIT -> """
                    select 1 from unit u join consolidation_group g on g.id = u.group_id
                    where g.name = s.group_name and u.name = s.wanted""";
            case RATE -> """
                    select 1 from rate r join consolidation_group g on g.id = r.group_id
                    where g.name = s.group_name and r.provider || '/' || r.resource = s.wanted
                      and r.effective_from <= s.event_time""";
            case SALE -> """
                    select 1 from entry e join source o on o.id = e.source_id
                    where e.event_id = s.wanted_sale and o.name = s.wanted and e.revision = 0""";
        };
    }

    private static Map<Long, RawRecord> read(PreparedStatement select) throws SQLException {
        Map<Long, RawRecord> items = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<RawRecord.RawHeader> headers = RawHeaders.decode(rows.getBytes(7));
                items.put(
                        rows.getLong(1),
                        new RawRecord(
                                new RecordPosition(LogTopics.name(rows.getInt(2)), rows.getInt(3), rows.getLong(4)),
                                rows.getTimestamp(5).toInstant(),
                                rows.getBytes(6),
                                () -> headers,
                                rows.getBytes(8)));
            }
        }
        return items;
    }
}
