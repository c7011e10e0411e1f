package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.posting.LogPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private static final String ORDER = "e.booked_at, e.position, e.revision";

    private static final String UP_TO = " (" + ORDER + ") <= (:time, :position, :revision) ";
    private static final String FROM_BEGINNING = Entries.selectOfAccount("", ORDER);
    private static final String FROM_CURSOR =
            Entries.selectOfAccount(" and (" + ORDER + ") > (:time, :position, :revision)", ORDER);

    /** What the entries at a moment, up to and with a certain one, add to the balances of accounts. */
    private static final String MOVED_UP_TO = """
            select a.name, sum(p.amount)
            from entry e cross join lateral unnest(e.accounts, e.amounts) as p (account_id, amount)
            join account a on a.id = p.account_id
            where e.booked_at = :time and a.group_id = :group and a.name = any(:names) and""" + UP_TO + "group by a.name";

    /** Entries with their postings of one account, and its balance before the first of them. */
    record Page(BigInteger opening, List<EntryRow> entries, boolean more) {}

    private record Account(int id, String name) {}

    private record Hour(Instant start, long postings) {
        Instant end() {
            return start.plus(Duration.ofHours(1));
        }
    }

    private final Jdbi jdbi;
    private final Balances balances;
    private final OtherStatements others;

    Statements(Jdbi jdbi, Balances balances, OtherStatements others) {
        this.jdbi = jdbi;
        this.balances = balances;
        this.others = others;
    }

    Page page(
            OpenBook book,
            int group,
            String account,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable StatementCursor cursor,
            int limit) {
        return switch (book) {
            case OpenBook.Actual _ -> page(group, account, from, to, cursor, limit);
            case OpenBook.Other other -> others.page(other, account, from, to, cursor, limit);
        };
    }

    private Page page(
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
                opening = opening.add(
                        movedUpTo(handle, group, List.of(account), cursor).getOrDefault(account, BigInteger.ZERO));
            }
            List<EntryRow> entries = entries(handle, new Account(id, account), start, end, cursor, limit + 1);
            boolean more = entries.size() > limit;
            return new Page(opening, more ? entries.subList(0, limit) : entries, more);
        });
    }

    /** The balances of an entry's accounts once it and all that is booked before it are posted, by account. */
    public Map<String, BigInteger> balancesAfter(int group, EntryRow entry) {
        List<String> accounts =
                entry.postings().stream().map(EntryRow.Leg::account).toList();
        Map<String, BigInteger> balances = new HashMap<>();
        this.balances
                .turnovers(AccountFilter.named(group, accounts), null, entry.time())
                .forEach((account, turnover) -> balances.put(account, turnover.balance()));
        StatementCursor cursor = new StatementCursor(entry.time(), entry.id());
        jdbi.withHandle(handle -> movedUpTo(handle, group, accounts, cursor))
                .forEach((account, moved) -> balances.merge(account, moved, BigInteger::add));
        return balances;
    }

    private static Map<String, BigInteger> movedUpTo(
            Handle handle, int group, List<String> accounts, StatementCursor cursor) {
        Map<String, BigInteger> moved = new HashMap<>();
        bind(handle.createQuery(MOVED_UP_TO), cursor)
                .bind("group", group)
                .bindArray("names", String.class, accounts)
                .map((rows, _) ->
                        Map.entry(rows.getString(1), rows.getBigDecimal(2).toBigIntegerExact()))
                .forEach(one -> moved.put(one.getKey(), one.getValue()));
        return moved;
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

    private static List<EntryRow> entries(
            Handle handle, Account account, Instant start, Instant end, @Nullable StatementCursor cursor, int limit) {
        List<EntryRow> entries = new ArrayList<>();
        Instant from = start;
        while (entries.size() < limit) {
            List<Hour> hours = hours(handle, account.id(), from, end, limit - entries.size());
            if (hours.isEmpty()) {
                break;
            }
            entries.addAll(read(handle, account, hours, from, end, cursor, limit - entries.size()));
            from = hours.getLast().end();
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
            Handle handle,
            Account account,
            List<Hour> hours,
            Instant from,
            Instant end,
            @Nullable StatementCursor cursor,
            int limit) {
        var query = handle.createQuery(cursor == null ? FROM_BEGINNING : FROM_CURSOR);
        if (cursor != null) {
            bind(query, cursor);
        }
        return query.bindArray("starts", String.class, times(hours, hour -> max(hour.start(), from)))
                .bindArray("ends", String.class, times(hours, hour -> min(hour.end(), end)))
                .bind("account", account.id())
                .bind("name", account.name())
                .bind("limit", limit)
                .map(Entries::row)
                .list();
    }

    private static List<String> times(List<Hour> hours, Function<Hour, Instant> time) {
        return hours.stream().map(hour -> time.apply(hour).toString()).toList();
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static org.jdbi.v3.core.statement.Query bind(org.jdbi.v3.core.statement.Query query, StatementCursor cursor) {
        return query.bind("time", cursor.time().atOffset(ZoneOffset.UTC))
                .bind("position", LogPlace.of(cursor.entry().position()))
                .bind("revision", cursor.entry().revision());
    }
}
