package dev.triad.ledger.account;

import dev.triad.ledger.posting.LogPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an account in the order in which they happened. No index of postings is needed: the
 * hourly balances say in which hours the account moved and how often, and only those hours are read.
 */
@ApplicationScoped
public class Statements {
    /** The order of a statement: time first, then the place in the log. */
    private static final String ORDER = " (e.booked_at, e.position, e.revision) ";

    private static final String POSITION = " (:time, :position, :revision) ";

    /** Entries of an account, and its balance before the first of them. */
    record Page(BigInteger opening, List<EntryRow> entries, boolean more) {}

    private record Hour(Instant start, long postings) {}

    private final Jdbi jdbi;
    private final Balances balances;

    Statements(Jdbi jdbi, Balances balances) {
        this.jdbi = jdbi;
        this.balances = balances;
    }

    Page page(
            int group,
            String account,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable StatementCursor cursor,
            int limit) {
        Instant start = cursor == null ? (from == null ? TimeParts.BEGINNING : from) : cursor.time();
        Instant end = to == null ? TimeParts.END : to;
        return jdbi.withHandle(handle -> {
            int id = accountId(handle, group, account);
            BigInteger opening = balances.turnovers(AccountFilter.named(group, account), null, start)
                    .getOrDefault(account, Turnover.none(account))
                    .balance();
            if (cursor != null) {
                opening = opening.add(upTo(handle, id, cursor));
            }
            List<EntryRow> entries = entries(handle, id, start, end, cursor, limit + 1);
            boolean more = entries.size() > limit;
            return new Page(opening, more ? entries.subList(0, limit) : entries, more);
        });
    }

    /** The balance of an account once an entry and all that happened before it are posted. */
    public BigInteger balanceAfter(int group, String account, EntryRow entry) {
        StatementCursor cursor = new StatementCursor(entry.time(), entry.id());
        BigInteger before = balances.turnovers(AccountFilter.named(group, account), null, entry.time())
                .getOrDefault(account, Turnover.none(account))
                .balance();
        return jdbi.withHandle(handle -> before.add(upTo(handle, accountId(handle, group, account), cursor)));
    }

    private static int accountId(Handle handle, int group, String account) {
        return handle.createQuery("select id from account where group_id = :group and name = :name")
                .bind("group", group)
                .bind("name", account)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> dev.triad.ledger.problem.Problems.UNKNOWN_ACCOUNT.because(
                        "The group has no account " + account + "."));
    }

    /** What the entries at the cursor's own moment, up to and with the cursor's, add to the balance. */
    private static BigInteger upTo(Handle handle, int account, StatementCursor cursor) {
        return bind(
                        handle.createQuery(
                                "select coalesce(sum(e.amounts[array_position(e.accounts, :account)]), 0) from entry e"
                                        + " where e.booked_at = :time and e.accounts @> array[:account] and" + ORDER
                                        + "<=" + POSITION),
                        cursor)
                .bind("account", account)
                .mapTo(java.math.BigDecimal.class)
                .one()
                .toBigIntegerExact();
    }

    private static List<EntryRow> entries(
            Handle handle, int account, Instant start, Instant end, @Nullable StatementCursor cursor, int limit) {
        List<EntryRow> entries = new ArrayList<>();
        Instant from = start;
        while (entries.size() < limit) {
            List<Hour> hours = hours(handle, account, from, end, limit - entries.size());
            if (hours.isEmpty()) {
                break;
            }
            Instant hoursEnd = hours.getLast().start().plus(Duration.ofHours(1));
            Instant to = hoursEnd.isBefore(end) ? hoursEnd : end;
            entries.addAll(read(handle, account, from, to, cursor, limit - entries.size()));
            from = to;
        }
        return entries;
    }

    /** The next hours in which the account moved, as many as it takes to fill the page. */
    private static List<Hour> hours(Handle handle, int account, Instant from, Instant end, int wanted) {
        List<Hour> hours = new ArrayList<>();
        long found = 0;
        try (var stream = handle
                .createQuery("""
                        select hour, sum(postings) as postings from balance
                        where account_id = :account and hour >= :from and hour < :end
                        group by hour order by hour limit :wanted""")
                .bind("account", account)
                .bind("from", from.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .bind("end", end.atOffset(ZoneOffset.UTC))
                .bind("wanted", wanted + 1)
                .map((rows, _) -> new Hour(rows.getTimestamp(1).toInstant(), rows.getLong(2)))
                .stream()) {
            var hour = stream.iterator();
            while (found < wanted && hour.hasNext()) {
                Hour next = hour.next();
                hours.add(next);
                found += next.postings();
            }
        }
        return hours;
    }

    private static List<EntryRow> read(
            Handle handle, int account, Instant from, Instant to, @Nullable StatementCursor cursor, int limit) {
        var query = handle.createQuery(Entries.SELECT
                + " where e.booked_at >= :from and e.booked_at < :to and e.accounts @> array[:account]"
                + (cursor == null ? "" : " and" + ORDER + ">" + POSITION)
                + " order by e.booked_at, e.position, e.revision limit :limit");
        if (cursor != null) {
            bind(query, cursor);
        }
        return query.bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("account", account)
                .bind("limit", limit)
                .map(Entries::row)
                .list();
    }

    private static org.jdbi.v3.core.statement.Query bind(
            org.jdbi.v3.core.statement.Query query, StatementCursor cursor) {
        return query.bind("time", cursor.time().atOffset(ZoneOffset.UTC))
                .bind("position", LogPlace.of(cursor.entry().position()))
                .bind("revision", cursor.entry().revision());
    }
}
