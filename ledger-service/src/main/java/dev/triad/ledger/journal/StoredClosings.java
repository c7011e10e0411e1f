package dev.triad.ledger.journal;

import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.PeriodClosed;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.ClosingPoster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The closings of groups in the database. */
public final class StoredClosings {
    private static final String SELECT = """
            select g.name, c.period, c.event_id, c.position, c.closed_at, c.data
            from closing c join consolidation_group g on g.id = c.group_id order by c.period""";

    private static final EventCodec CODEC = new EventCodec();

    private StoredClosings() {}

    /** All of them, by group. */
    public static Map<String, Closings> read(Connection connection) throws SQLException {
        Map<String, Closings> closings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String group = rows.getString(1);
                closings.put(group, closings.getOrDefault(group, Closings.NONE).with(closing(rows)));
            }
        }
        return closings;
    }

    private static Closing closing(ResultSet rows) throws SQLException {
        PeriodClosed data = (PeriodClosed) CODEC.decode(EventType.PERIOD_CLOSED, rows.getBytes(6));
        return new Closing(
                YearMonth.parse(rows.getString(2)),
                rows.getObject(3, UUID.class),
                rows.getLong(4),
                rows.getTimestamp(5).toInstant(),
                ClosingPoster.onTheBooks(data));
    }

    static void write(Connection connection, int group, Batch.ClosedPeriod closed) throws SQLException {
        Closing closing = closed.closing();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into closing (group_id, period, event_id, position, closed_at, data) values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, group);
            insert.setString(2, closing.period().toString());
            insert.setObject(3, closing.event());
            insert.setLong(4, closing.place());
            insert.setTimestamp(5, Timestamp.from(closing.closedAt()));
            insert.setBytes(6, closed.data());
            insert.executeUpdate();
        }
    }
}
