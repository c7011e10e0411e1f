package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads entries. */
@ApplicationScoped
public class Entries {
    static final String COLUMNS = """
            select e.position, e.revision, g.name as group_name, s.name as source, e.event_id,
                   e.booked_at, e.occurred_at, e.rule, e.quantity, e.rate_from, e.rate_event,
            """;

    static final String NAMED = " join consolidation_group g on g.id = e.group_id join source s on s.id = e.source_id ";

    /** The names of an entry's accounts, beside its amounts. */
    static final String POSTINGS = """
            e.amounts, array(select a.name from unnest(e.accounts) with ordinality as l (id, n)
                             join account a on a.id = l.id order by l.n) as names
            """;

    private static final String SELECT = COLUMNS + POSTINGS + " from entry e" + NAMED;

    /**
     * Entries with the postings of one account only, from some spans of time.
     *
     * @param condition what is asked of an entry {@code e} beside its account and time
     * @param order how they are sorted
     */
    static String selectOfAccount(String condition, String order) {
        // Each span is read in order and no further than it takes.
        return COLUMNS + """
                array[e.amounts[array_position(e.accounts, :account)]] as amounts, array[:name] as names
                from unnest(:starts::timestamptz[], :ends::timestamptz[]) as span (since, til)
                cross join lateral (
                    select * from entry e
                    where e.booked_at >= since and e.booked_at < til and e.accounts @> array[:account]%1$s
                    order by %2$s limit :limit) as e
                """.formatted(condition, order) + NAMED + "order by " + order + " limit :limit";
    }

    private static final int FETCH_ROWS = 2_000;

    private final Jdbi jdbi;
    private final DerivedEntries derived;

    Entries(Jdbi jdbi, DerivedEntries derived) {
        this.jdbi = jdbi;
        this.derived = derived;
    }

    public Optional<EntryRow> byId(EntryId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where e.position = :position and e.revision = :revision")
                        .bind("position", LogPlace.of(id.position()))
                        .bind("revision", id.revision())
                        .map(Entries::row)
                        .findOne());
    }

    /** What an event posted: its own entry, then its repricings. */
    public List<EntryRow> ofEvent(String source, UUID eventId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where e.event_id = :id and s.name = :source order by e.revision")
                        .bind("id", eventId)
                        .bind("source", source)
                        .map(Entries::row)
                        .list());
    }

    /** A few of the repricings that cite a rate, in the order of the log; a rate prices nothing before it takes effect. */
    public List<EntryRow> citing(int group, UUID rateEvent, Instant effectiveFrom, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         where e.rate_event = :rate and e.group_id = :group and e.booked_at >= :from and e.revision > 0
                         order by e.position, e.revision limit :limit""")
                .bind("rate", rateEvent)
                .bind("group", group)
                .bind("from", effectiveFrom.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map(Entries::row)
                .list());
    }

    /** Every entry of a group that moved something, in the order in which things happened, read as a stream. */
    public void forEach(
            OpenBook book, int group, @Nullable Instant from, @Nullable Instant to, Consumer<EntryRow> action) {
        switch (book) {
            case OpenBook.Actual _ -> forEach(group, from, to, action);
            case OpenBook.Other other -> derived.forEach(other, from, to, action);
        }
    }

    private void forEach(int group, @Nullable Instant from, @Nullable Instant to, Consumer<EntryRow> action) {
        // A transaction lets the driver read in portions instead of all at once.
        jdbi.useTransaction(handle -> {
            try (Query query = handle.createQuery(SELECT + """
                             where e.group_id = :group and cardinality(e.accounts) > 0
                             and (:from::timestamptz is null or e.booked_at >= :from)
                             and (:to::timestamptz is null or e.booked_at < :to)
                             order by e.booked_at, e.position, e.revision""")) {
                query.bind("group", group)
                        .bind("from", from == null ? null : from.atOffset(ZoneOffset.UTC))
                        .bind("to", to == null ? null : to.atOffset(ZoneOffset.UTC))
                        .setFetchSize(FETCH_ROWS)
                        .map(Entries::row)
                        .forEach(action);
            }
        });
    }

    /** The names of a group's accounts, sorted. */
    public List<String> accountNames(OpenBook book, int group) {
        return switch (book) {
            case OpenBook.Actual _ ->
                names("select name from account where group_id = :id order by name collate \"C\"", group);
            case OpenBook.Other other ->
                names("select name from book_account where book_id = :id order by name collate \"C\"", other.id());
        };
    }

    private List<String> names(String sql, int id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).list());
    }

    static EntryRow row(ResultSet rows, StatementContext context) throws SQLException {
        EntryId id = new EntryId(LogPlace.position(rows.getLong("position")), rows.getInt("revision"));
        Timestamp rateFrom = rows.getTimestamp("rate_from");
        BigDecimal quantity = rows.getBigDecimal("quantity");
        return new EntryRow(
                id,
                rows.getString("group_name"),
                rows.getString("source"),
                rows.getObject("event_id", UUID.class),
                rows.getInt("revision"),
                rows.getTimestamp("booked_at").toInstant(),
                instant(rows.getTimestamp("occurred_at")),
                Rule.byNumber(rows.getInt("rule")),
                quantity,
                instant(rateFrom),
                rows.getObject("rate_event", UUID.class),
                legs((String[]) rows.getArray("names").getArray(), (Long[])
                        rows.getArray("amounts").getArray()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static List<EntryRow.Leg> legs(String[] names, Long[] amounts) {
        List<EntryRow.Leg> legs = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            legs.add(new EntryRow.Leg(names[i], amounts[i]));
        }
        return legs;
    }
}
