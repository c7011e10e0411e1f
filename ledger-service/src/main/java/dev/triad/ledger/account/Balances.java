package dev.triad.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Turnovers and balances of accounts, exact for any span of time. */
@ApplicationScoped
public class Balances {
    private static final String FILTER = " a.group_id = :group and (:unit::text is null or a.unit = :unit)"
            + " and starts_with(a.name, :prefix) and position(:contains in a.name) > 0 ";

    private static final String HOURS = """
            select a.name, sum(b.debit) as debit, sum(b.credit) as credit, sum(b.postings) as postings
            from account a join balance b on b.account_id = a.id
            where b.hour >= :from and b.hour < :to and""" + FILTER + "group by a.name";

    private static final String EDGE = """
            select a.name, sum(greatest(p.amount, 0)) as debit, -sum(least(p.amount, 0)) as credit, count(*) as postings
            from entry e cross join lateral unnest(e.accounts, e.amounts) as p (account_id, amount)
            join account a on a.id = p.account_id
            where e.booked_at >= :from and e.booked_at < :to and""" + FILTER + "group by a.name";

    /**
     * What moved on an account in one step of a series.
     *
     * @param from the beginning of the step
     */
    public record Step(Instant from, Turnover turnover) {}

    private final Jdbi jdbi;

    Balances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What moved from one moment up to, but without, another, by account name; null leaves that side open. */
    public Map<String, Turnover> turnovers(AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        HourSpan span = HourSpan.of(from, to);
        Map<String, Turnover> turnovers = new TreeMap<>();
        jdbi.useHandle(handle -> {
            if (span.hoursFrom().isBefore(span.hoursTo())) {
                add(turnovers, handle, HOURS, filter, span.hoursFrom(), span.hoursTo());
            }
            for (HourSpan.Edge edge : span.edges()) {
                add(turnovers, handle, EDGE, filter, edge.from(), edge.to());
            }
        });
        return turnovers;
    }

    /** The same by steps of an hour, day, week or month in UTC; the first and last may be cut by the span. */
    public List<Step> series(AccountFilter filter, @Nullable Instant from, @Nullable Instant to, String interval) {
        HourSpan span = HourSpan.of(from, to);
        Map<Instant, Map<String, Turnover>> steps = new TreeMap<>();
        jdbi.useHandle(handle -> {
            if (span.hoursFrom().isBefore(span.hoursTo())) {
                addSteps(steps, handle, stepped(HOURS, "b.hour"), interval, filter, span.hoursFrom(), span.hoursTo());
            }
            for (HourSpan.Edge edge : span.edges()) {
                addSteps(steps, handle, stepped(EDGE, "e.booked_at"), interval, filter, edge.from(), edge.to());
            }
        });
        List<Step> series = new ArrayList<>();
        steps.forEach((start, turnovers) -> turnovers.values().forEach(t -> series.add(new Step(start, t))));
        return series;
    }

    /** The query with its time cut into steps. */
    private static String stepped(String sql, String time) {
        String step = "date_trunc(:interval, " + time + ", 'UTC')";
        return sql.replaceFirst("select a.name", "select " + step + " as step, a.name")
                .replace("group by a.name", "group by step, a.name");
    }

    private static void addSteps(
            Map<Instant, Map<String, Turnover>> steps,
            Handle handle,
            String sql,
            String interval,
            AccountFilter filter,
            Instant from,
            Instant to) {
        try (Query query = bind(handle.createQuery(sql), filter, from, to).bind("interval", interval)) {
            query.map((rows, _) -> new Step(rows.getTimestamp("step").toInstant(), turnover(rows)))
                    .forEach(step -> steps.computeIfAbsent(step.from(), _ -> new TreeMap<>())
                            .merge(step.turnover().account(), step.turnover(), Turnover::plus));
        }
    }

    private static void add(
            Map<String, Turnover> turnovers,
            Handle handle,
            String sql,
            AccountFilter filter,
            Instant from,
            Instant to) {
        try (Query query = bind(handle.createQuery(sql), filter, from, to)) {
            query.map((rows, _) -> turnover(rows))
                    .forEach(turnover -> turnovers.merge(turnover.account(), turnover, Turnover::plus));
        }
    }

    private static Query bind(Query query, AccountFilter filter, Instant from, Instant to) {
        return query.bind("group", filter.group())
                .bind("unit", filter.unit())
                .bind("prefix", filter.prefix())
                .bind("contains", filter.contains())
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC));
    }

    private static Turnover turnover(ResultSet rows) throws SQLException {
        return new Turnover(
                rows.getString("name"),
                rows.getBigDecimal("debit").toBigIntegerExact(),
                rows.getBigDecimal("credit").toBigIntegerExact(),
                rows.getLong("postings"));
    }
}
