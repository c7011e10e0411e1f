package dev.triad.ledger.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All suspense items in the order of the log, some hundred in memory at a time. */
final class SuspenseRows implements AutoCloseable {
    private static final int FETCHED = 500;

    private static final String SELECT = """
            select (topic::bigint << 56) | (partition::bigint << 40) | record_offset, state, reason, source, event_id,
                   digest, key, headers, value
            from suspense order by topic, partition, record_offset""";

    /**
     * One item.
     *
     * @param position the place of its record in the log, as one number
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared field by field.
    record Item(
            long position,
            String state,
            String reason,
            @Nullable String source,
            @Nullable UUID event,
            @Nullable UUID digest,
            byte @Nullable [] key,
            byte[] headers,
            byte @Nullable [] value) {
        boolean isOpen() {
            return !state.equals("resolved");
        }

        boolean isQuarantined() {
            return state.equals("quarantined");
        }
    }

    private final PreparedStatement select;
    private final ResultSet rows;
    private @Nullable Item next;

    SuspenseRows(Connection connection) throws SQLException {
        select = connection.prepareStatement(SELECT);
        select.setFetchSize(FETCHED);
        rows = select.executeQuery();
        advance();
    }

    @Nullable
    Item peek() {
        return next;
    }

    void take() throws SQLException {
        advance();
    }

    private void advance() throws SQLException {
        next = rows.next()
                ? new Item(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getObject(5, UUID.class),
                        rows.getObject(6, UUID.class),
                        rows.getBytes(7),
                        rows.getBytes(8),
                        rows.getBytes(9))
                : null;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        select.close();
    }
}
