package dev.triad.ledger.search;

import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.stream.BookedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries in the order of their accounting dates, a portion at a time, by the tree of accounting dates. A portion is of
 * all groups: were it of one alone, a statement could read very long without a word.
 */
@ApplicationScoped
class EntryScan {
    /** What the portion comes to stands in every row, and in a row of its own when nothing in it is wanted. */
    private static final String SELECT = """
            with portion as materialized (
                select e.* from entry e where e.booked_at >= :from and e.booked_at < :to%1$s
                order by e.booked_at %2$s, e.position %2$s, e.revision %2$s limit %4$d),
            reached as (
                select p.booked_at as last_time, p.position as last_position, p.revision as last_revision,
                       (select count(*) from portion) as scanned
                from portion p order by p.booked_at %3$s, p.position %3$s, p.revision %3$s limit 1),
            wanted as (
                select e.*, s.name as source, array(
                    select a.name from unnest(e.accounts) with ordinality as l (id, n)
                    join account a on a.id = l.id order by l.n) as names
                from portion e join source s on s.id = e.source_id where %5$s)
            select r.*, w.* from reached r left join wanted w on true
            order by w.booked_at %2$s, w.position %2$s, w.revision %2$s""";

    private static final String BEYOND = " and (e.booked_at, e.position, e.revision) %s (:time, :position, :revision)";

    private static final String EDGE = """
            select booked_at from entry where booked_at >= :from and booked_at < :to order by booked_at %s limit 1""";

    /**
     * A portion.
     *
     * @param entries those that the books let the filter want, in order
     * @param scanned how many entries of any group it took
     * @param last where it ended; null when there was nothing
     */
    record Portion(
            List<BookedEntry> entries,
            int scanned,
            @Nullable SearchCursor last) {
        Portion {
            entries = List.copyOf(entries);
        }
    }

    private record Row(
            int scanned, SearchCursor last, @Nullable BookedEntry entry) {}

    /** The first and the last accounting date in a span. */
    record Edges(@Nullable Instant first, @Nullable Instant last) {}

    private final Jdbi jdbi;

    EntryScan(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The next entries beyond a cursor, or the first ones of the span. */
    Portion portion(SearchRequest request, Instant from, Instant to, @Nullable SearchCursor cursor, int size) {
        SearchOrder order = request.order();
        Prefilter prefilter = new Prefilter(request.group(), request.filter());
        // The number stands in the statement itself: the planner has to know that it is small.
        String sql = SELECT.formatted(
                cursor == null ? "" : BEYOND.formatted(order.beyond()),
                order.code(),
                order.reversed().code(),
                size,
                prefilter.condition());
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(sql)) {
                prefilter.bind(query);
                query.bind("from", from.atOffset(ZoneOffset.UTC)).bind("to", to.atOffset(ZoneOffset.UTC));
                if (cursor != null) {
                    query.bind("time", cursor.time().atOffset(ZoneOffset.UTC))
                            .bind("position", cursor.place())
                            .bind("revision", cursor.revision());
                }
                return portion(
                        request, query.map((rows, _) -> row(request, rows)).list());
            }
        });
    }

    Edges edges(Instant from, Instant to) {
        return jdbi.withHandle(handle -> new Edges(edge(handle, "asc", from, to), edge(handle, "desc", from, to)));
    }

    private static @Nullable Instant edge(Handle handle, String order, Instant from, Instant to) {
        return handle.createQuery(EDGE.formatted(order))
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map((rows, _) -> rows.getTimestamp(1).toInstant())
                .findOne()
                .orElse(null);
    }

    private static Portion portion(SearchRequest request, List<Row> rows) {
        return rows.isEmpty()
                ? new Portion(List.of(), 0, null)
                : new Portion(
                        rows.stream().map(Row::entry).filter(Objects::nonNull).toList(),
                        rows.getFirst().scanned(),
                        rows.getFirst().last());
    }

    private static Row row(SearchRequest request, ResultSet rows) throws SQLException {
        return new Row(
                rows.getInt("scanned"),
                new SearchCursor(
                        request.order(),
                        rows.getTimestamp("last_time").toInstant(),
                        rows.getLong("last_position"),
                        rows.getInt("last_revision")),
                rows.getTimestamp("booked_at") == null ? null : entry(request, rows));
    }

    private static BookedEntry entry(SearchRequest request, ResultSet rows) throws SQLException {
        RecordPosition place = LogPlace.position(rows.getLong("position"));
        Instant bookedAt = rows.getTimestamp("booked_at").toInstant();
        Timestamp occurredAt = rows.getTimestamp("occurred_at");
        return new BookedEntry(
                request.group().group().name(),
                request.group().group().asset(),
                new EventKey(Source.parse(rows.getString("source")), rows.getObject("event_id", UUID.class)),
                Rule.byNumber(rows.getInt("rule")),
                place,
                rows.getInt("revision"),
                occurredAt == null ? bookedAt : occurredAt.toInstant(),
                bookedAt,
                postings((String[]) rows.getArray("names").getArray(), (Long[])
                        rows.getArray("amounts").getArray()),
                null);
    }

    private static List<Posting> postings(String[] names, Long[] amounts) {
        List<Posting> postings = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            postings.add(new Posting(names[i], amounts[i]));
        }
        return postings;
    }
}
