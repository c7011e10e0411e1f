package dev.triad.ledger.journal;

import dev.triad.events.ConsumerKind;
import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.PricedUsages;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.RateKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Reads the usages that a rate priced, a portion at a time, within a transaction. */
public final class PostedUsages implements PricedUsages {
    /** How many rows the driver holds at once. */
    private static final int FETCH_ROWS = 2_000;

    /** What is late is booked after it happened, and found by an index of its own. */
    private static final String SELECT = """
            select s.name, e.event_id, e.position, e.digest, e.happened, e.quantity, k.consumer, k.consumer_kind,
                   k.product, k.cohort,
                   (select max(r.revision) from entry r where r.event_id = e.event_id and r.source_id = e.source_id)
            from (select event_id, source_id, position, digest, booked_at as happened, quantity, usage_key, revision
                  from entry
                  where occurred_at is null and booked_at >= ? and (?::timestamptz is null or booked_at < ?::timestamptz)
                  union all
                  select event_id, source_id, position, digest, occurred_at, quantity, usage_key, revision
                  from entry
                  where occurred_at >= ? and (?::timestamptz is null or occurred_at < ?::timestamptz)) e
            join usage_key k on k.id = e.usage_key
            join consolidation_group g on g.id = k.group_id
            join source s on s.id = e.source_id
            where g.name = ? and k.provider = ? and k.resource = ? and e.revision = 0""";

    private final Connection connection;

    /** @param connection in a transaction, without which the driver would read all rows at once */
    public PostedUsages(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) {
        try {
            read(key, from, until, action);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    void read(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            Timestamp end = until == null ? null : Timestamp.from(until);
            select.setFetchSize(FETCH_ROWS);
            select.setTimestamp(1, Timestamp.from(from));
            select.setTimestamp(2, end);
            select.setTimestamp(3, end);
            select.setTimestamp(4, Timestamp.from(from));
            select.setTimestamp(5, end);
            select.setTimestamp(6, end);
            select.setString(7, key.group());
            select.setString(8, key.provider());
            select.setString(9, key.resource());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    action.accept(usage(key, rows));
                }
            }
        }
    }

    private static PostedUsage usage(RateKey key, ResultSet rows) throws SQLException {
        return new PostedUsage(
                new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class)),
                LogPlace.position(rows.getLong(3)),
                rows.getObject(4, UUID.class),
                rows.getTimestamp(5).toInstant(),
                rows.getInt(11),
                Usage.kept(
                        key.provider(),
                        rows.getString(7),
                        ConsumerKind.valueOf(rows.getString(8)),
                        key.resource(),
                        rows.getString(9),
                        rows.getString(10)),
                rows.getBigDecimal(6));
    }
}
