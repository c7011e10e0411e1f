package dev.triad.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
            where e.occurred_at >= :from and e.occurred_at < :to and""" + FILTER + "group by a.name";

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

    private static void add(
            Map<String, Turnover> turnovers,
            Handle handle,
            String sql,
            AccountFilter filter,
            Instant from,
            Instant to) {
        try (Query query = handle.createQuery(sql)) {
            query.bind("group", filter.group())
                    .bind("unit", filter.unit())
                    .bind("prefix", filter.prefix())
                    .bind("contains", filter.contains())
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .bind("to", to.atOffset(ZoneOffset.UTC))
                    .map((rows, _) -> turnover(rows))
                    .forEach(turnover -> turnovers.merge(turnover.account(), turnover, Turnover::plus));
        }
    }

    private static Turnover turnover(ResultSet rows) throws SQLException {
        return new Turnover(
                rows.getString("name"),
                rows.getBigDecimal("debit").toBigIntegerExact(),
                rows.getBigDecimal("credit").toBigIntegerExact(),
                rows.getLong("postings"));
    }
}
