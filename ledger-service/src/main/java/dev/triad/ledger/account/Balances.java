package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.journal.Grain;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Turnovers and balances of accounts, exact for any span of time: each is one statement, and so of one moment. */
@ApplicationScoped
public class Balances {
    private static final String SUMS = "sum(debit) as debit, sum(credit) as credit, sum(postings) as postings";

    private static final String KEPT = """
            select a.name, b.%2$s as at, b.debit, b.credit, b.postings
            from account a join %1$s b on b.account_id = a.id
            where %3$s and b.%2$s >= :from%4$d and b.%2$s < :to%4$d""";

    private static final String ENTRIES = """
            select a.name, e.booked_at as at, greatest(p.amount, 0)::numeric as debit,
                   -least(p.amount, 0)::numeric as credit, 1 as postings
            from entry e cross join lateral unnest(e.accounts, e.amounts) as p (account_id, amount)
            join account a on a.id = p.account_id
            where %1$s and e.booked_at >= :from%2$d and e.booked_at < :to%2$d""";

    /** Of one account, the entries without its postings are passed over whole. */
    private static final String ENTRIES_OF_ONE = """
            select a.name, e.booked_at as at, greatest(p.amount, 0)::numeric as debit,
                   -least(p.amount, 0)::numeric as credit, 1 as postings
            from account a join entry e on e.accounts @> array[a.id]
            cross join lateral (select e.amounts[array_position(e.accounts, a.id)]) as p (amount)
            where %1$s and e.booked_at >= :from%2$d and e.booked_at < :to%2$d""";

    /**
     * What moved on an account in one step of a series.
     *
     * @param from the beginning of the step
     */
    public record Step(Instant from, Turnover turnover) {}

    private final Jdbi jdbi;
    private final OtherBalances others;

    Balances(Jdbi jdbi, OtherBalances others) {
        this.jdbi = jdbi;
        this.others = others;
    }

    /** What moved in a book; see {@link #turnovers(AccountFilter, Instant, Instant)}. */
    public Map<String, Turnover> turnovers(
            OpenBook book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        return switch (book) {
            case OpenBook.Actual _ -> turnovers(filter, from, to);
            case OpenBook.Other other -> others.turnovers(other, filter, from, to);
        };
    }

    /** The same by steps; see {@link #series(AccountFilter, Instant, Instant, String)}. */
    public List<Step> series(
            OpenBook book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to, String interval) {
        return switch (book) {
            case OpenBook.Actual _ -> series(filter, from, to, interval);
            case OpenBook.Other other -> others.series(other, filter, from, to, interval);
        };
    }

    /** What moved in the actual book from one moment up to, but without, another, by account name; null leaves that side open. */
    public Map<String, Turnover> turnovers(AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        return jdbi.withHandle(handle -> turnovers(handle, filter, from, to));
    }

    Map<String, Turnover> turnovers(Handle handle, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        List<TimeParts.Part> parts = TimeParts.of(from, to, Grain.MONTH);
        Map<String, Turnover> turnovers = new TreeMap<>();
        if (!parts.isEmpty()) {
            String sql = "select name, " + SUMS + " from (" + union(filter, parts) + ") as moved group by name";
            try (Query query = bind(handle.createQuery(sql), filter, parts)) {
                query.map((rows, _) -> turnover(rows)).forEach(turnover -> turnovers.put(turnover.account(), turnover));
            }
        }
        return turnovers;
    }

    /** The same by steps of an hour, day, week or month in UTC; the first and last may be cut by the span. */
    public List<Step> series(AccountFilter filter, @Nullable Instant from, @Nullable Instant to, String interval) {
        List<TimeParts.Part> parts = TimeParts.of(from, to, coarsest(interval));
        if (parts.isEmpty()) {
            return List.of();
        }
        String sql = "select date_trunc(:interval, at, 'UTC') as step, name, " + SUMS + " from (" + union(filter, parts)
                + ") as moved group by step, name order by step, name";
        return jdbi.withHandle(handle -> {
            try (Query query = bind(handle.createQuery(sql), filter, parts).bind("interval", interval)) {
                return query.map((rows, _) -> new Step(rows.getTimestamp("step").toInstant(), turnover(rows)))
                        .list();
            }
        });
    }

    /** The longest spans of which none lies in two steps. */
    private static Grain coarsest(String interval) {
        return switch (interval) {
            case "month" -> Grain.MONTH;
            case "day", "week" -> Grain.DAY;
            default -> Grain.HOUR;
        };
    }

    private static String union(AccountFilter filter, List<TimeParts.Part> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> select(filter, parts.get(i).grain(), i))
                .collect(Collectors.joining(" union all "));
    }

    private static String select(AccountFilter filter, @Nullable Grain grain, int part) {
        return grain == null
                ? (filter.isOne() ? ENTRIES_OF_ONE : ENTRIES).formatted(filter.condition(), part)
                : KEPT.formatted(grain.table(), grain.column(), filter.condition(), part);
    }

    private static Query bind(Query query, AccountFilter filter, List<TimeParts.Part> parts) {
        filter.bind(query);
        for (int i = 0; i < parts.size(); i++) {
            query.bind("from" + i, parts.get(i).from().atOffset(ZoneOffset.UTC))
                    .bind("to" + i, parts.get(i).to().atOffset(ZoneOffset.UTC));
        }
        return query;
    }

    static Turnover turnover(ResultSet rows) throws SQLException {
        return new Turnover(
                rows.getString("name"),
                rows.getBigDecimal("debit").toBigIntegerExact(),
                rows.getBigDecimal("credit").toBigIntegerExact(),
                rows.getLong("postings"));
    }
}
