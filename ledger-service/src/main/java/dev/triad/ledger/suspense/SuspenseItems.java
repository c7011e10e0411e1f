package dev.triad.ledger.suspense;

import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.journal.LogTopics;
import dev.triad.ledger.journal.RawHeaders;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads suspense items back into records, locked for whoever tries them again. */
@ApplicationScoped
class SuspenseItems {
    private static final String COLUMNS =
            "select s.id, s.topic, s.partition, s.record_offset, s.record_time, s.key, s.headers, s.value from suspense s ";

    private final DataSource dataSource;
    private final RecordDecoder decoder = new RecordDecoder();

    SuspenseItems(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether any item that waits for this kind could post by now. */
    boolean hasCleared(WaitKind kind) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from suspense s where s.state = 'waiting' and s.waits_for = ? and exists ("
                                + kind.arrived() + ") limit 1")) {
            select.setString(1, kind.code());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Waiting items whose counterpart of this kind is on the books by now. */
    Map<Long, Received> cleared(Connection connection, WaitKind kind, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS
                + "where s.state = 'waiting' and s.waits_for = ? and exists (" + kind.arrived()
                + ") order by s.id limit ? for update of s skip locked")) {
            select.setString(1, kind.code());
            select.setInt(2, limit);
            return read(select);
        }
    }

    /** One item that is not resolved yet, or none. */
    Map<Long, Received> open(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "where s.id = ? and s.state <> 'resolved' for update of s")) {
            select.setLong(1, id);
            return read(select);
        }
    }

    private Map<Long, Received> read(PreparedStatement select) throws SQLException {
        Map<Long, Received> items = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<RawRecord.RawHeader> headers = RawHeaders.decode(rows.getBytes(7));
                RawRecord raw = new RawRecord(
                        new RecordPosition(LogTopics.name(rows.getInt(2)), rows.getInt(3), rows.getLong(4)),
                        rows.getTimestamp(5).toInstant(),
                        rows.getBytes(6),
                        () -> headers,
                        rows.getBytes(8));
                items.put(rows.getLong(1), decoder.decode(raw));
            }
        }
        return items;
    }
}
