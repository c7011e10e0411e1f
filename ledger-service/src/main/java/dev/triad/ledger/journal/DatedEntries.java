package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads what was posted of records that stand at other than some places, within a transaction. */
final class DatedEntries {
    /** How many rows the driver holds at once. */
    private static final int FETCH_ROWS = 2_000;

    /** Each range is looked up in the index over the blocks' places; the places in between are told apart here. */
    private static final int RANGES_MAX = 64;

    private static final String SELECT = """
            select s.name, e.event_id, e.position, coalesce(e.occurred_at, e.booked_at), e.booked_at
            from unnest(?::bigint[], ?::bigint[]) as beyond (since, til)
            join entry e on e.position >= beyond.since and e.position < beyond.til
            join consolidation_group g on g.id = e.group_id
            join source s on s.id = e.source_id
            where g.name = ? and e.revision = 0 and e.booked_at >= ? and e.booked_at < ?""";

    private final Connection connection;

    DatedEntries(Connection connection) {
        this.connection = connection;
    }

    void read(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action)
            throws SQLException {
        List<Places.Range> ranges = places.gaps(RANGES_MAX);
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(FETCH_ROWS);
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", ranges.stream().map(Places.Range::from).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", ranges.stream().map(Places.Range::to).toArray()));
            select.setString(3, group);
            select.setTimestamp(4, Timestamp.from(from));
            select.setTimestamp(5, Timestamp.from(until));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!places.contains(rows.getLong(3))) {
                        action.accept(entry(rows));
                    }
                }
            }
        }
    }

    private static DatedEntry entry(ResultSet rows) throws SQLException {
        return new DatedEntry(
                new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class)),
                LogPlace.position(rows.getLong(3)),
                rows.getTimestamp(4).toInstant(),
                rows.getTimestamp(5).toInstant());
    }
}
