package dev.triad.ledger.suspense;

import dev.triad.access.Scope;
import dev.triad.access.web.Access;
import dev.triad.ledger.journal.RawHeaders;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads suspense items. */
@ApplicationScoped
public class SuspenseBook {
    private static final String COLUMNS = """
            select id, state, reason, detail, waits_for, group_name, source, event_id, event_type, event_time,
                   topic, partition, record_offset, received_at, attempts
            """;

    /** One header; bytes that are no text are replaced. */
    public record Header(String name, @Nullable String value) {}

    /** An item with its record as it was sent; the value as text and, exactly, in Base64. */
    public record Detail(
            SuspenseItem item,
            @Nullable String key,
            List<Header> headers,
            @Nullable String value,
            @Nullable String valueBase64) {
        public Detail {
            headers = List.copyOf(headers);
        }
    }

    private final Jdbi jdbi;
    private final Access access;

    SuspenseBook(Jdbi jdbi, Access access) {
        this.jdbi = jdbi;
        this.access = access;
    }

    List<SuspenseResource.Count> counts() {
        return jdbi.withHandle(handle -> seen(handle.createQuery("""
                        select state, reason, count(*) from suspense
                        where state <> 'resolved' and (:every or group_name = any(:seen)) group by 1, 2 order by 1, 2"""))
                .map((rows, _) -> new SuspenseResource.Count(rows.getString(1), rows.getString(2), rows.getLong(3)))
                .list());
    }

    List<SuspenseItem> page(
            @Nullable String state, @Nullable String group, @Nullable String reason, long after, int limit) {
        return jdbi.withHandle(handle -> seen(handle.createQuery(COLUMNS + """
                         from suspense where id > :after
                         and (:every or group_name = any(:seen))
                         and (state = :state or (:state::text is null and state <> 'resolved'))
                         and (:group::text is null or group_name = :group)
                         and (:reason::text is null or reason = :reason)
                         order by id limit :limit"""))
                .bind("after", after)
                .bind("state", state)
                .bind("group", group)
                .bind("reason", reason)
                .bind("limit", limit)
                .map((rows, _) -> item(rows))
                .list());
    }

    Detail detail(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                COLUMNS + ", key, headers, value from suspense where id = :id")
                        .bind("id", id)
                        .map((rows, _) -> new Detail(
                                item(rows),
                                text(rows.getBytes("key")),
                                RawHeaders.decode(rows.getBytes("headers")).stream()
                                        .map(SuspenseBook::header)
                                        .toList(),
                                text(rows.getBytes("value")),
                                base64(rows.getBytes("value"))))
                        .findOne())
                .filter(detail -> access.sees(detail.item().group()))
                .orElseThrow(
                        () -> Problems.UNKNOWN_SUSPENSE_ITEM.because("No suspense item has the number " + id + "."));
    }

    /** What is of no known group is seen by those alone who see all. */
    private Query seen(Query query) {
        Scope scope = access.scope();
        return query.bind("every", scope instanceof Scope.Every).bindArray("seen", String.class, scope.names());
    }

    private static Header header(RawRecord.RawHeader header) {
        return new Header(header.name(), text(header.value()));
    }

    private static SuspenseItem item(ResultSet rows) throws SQLException {
        Timestamp time = rows.getTimestamp("event_time");
        return new SuspenseItem(
                rows.getLong("id"),
                rows.getString("state"),
                rows.getString("reason"),
                rows.getString("detail"),
                rows.getString("waits_for"),
                rows.getString("group_name"),
                rows.getString("source"),
                rows.getObject("event_id", UUID.class),
                rows.getString("event_type"),
                time == null ? null : time.toInstant(),
                LogTopics.name(rows.getInt("topic")),
                rows.getInt("partition"),
                rows.getLong("record_offset"),
                rows.getTimestamp("received_at").toInstant(),
                rows.getInt("attempts"));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
