package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Statements of books that keep no entries: the hours in which the account moved are derived, as far as a page goes. */
@ApplicationScoped
class OtherStatements {
    private static final String HOURS = """
            select b.hour from book_account a join %s b on b.account_id = a.id
            where a.book_id = :book and a.name = :account and b.hour >= :from and b.hour < :to order by b.hour""";

    private static final int FETCH_ROWS = 500;

    private final DerivedEntries derived;
    private final OtherBalances balances;

    OtherStatements(DerivedEntries derived, OtherBalances balances) {
        this.derived = derived;
        this.balances = balances;
    }

    Statements.Page page(
            OpenBook.Other book,
            String account,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable StatementCursor cursor,
            int limit) {
        Instant start = cursor == null ? (from == null ? TimeParts.BEGINNING : from) : cursor.time();
        Instant end = to == null ? TimeParts.END : to;
        return derived.inSnapshot(book, handle -> {
            requireAccount(handle, book, account);
            BigInteger opening = opening(handle, book, account, start, cursor);
            List<EntryRow> entries = entries(handle, book, account, start, end, cursor, limit + 1);
            boolean more = entries.size() > limit;
            return new Statements.Page(opening, more ? entries.subList(0, limit) : entries, more);
        });
    }

    private static void requireAccount(Handle handle, OpenBook.Other book, String account) {
        boolean isThere = handle.createQuery("select id from book_account where book_id = :book and name = :name")
                .bind("book", book.id())
                .bind("name", account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!isThere) {
            throw Problems.UNKNOWN_ACCOUNT.because("The book has no account " + account + ".");
        }
    }

    private BigInteger opening(
            Handle handle, OpenBook.Other book, String account, Instant start, @Nullable StatementCursor cursor) {
        BigInteger opening = balances.turnovers(handle, book, AccountFilter.named(book.groupId(), account), null, start)
                .getOrDefault(account, Turnover.none(account))
                .balance();
        if (cursor != null) {
            for (EntryRow entry : derived.upTo(handle, book, cursor)) {
                opening = opening.add(BigInteger.valueOf(entry.amount(account)));
            }
        }
        return opening;
    }

    private List<EntryRow> entries(
            Handle handle,
            OpenBook.Other book,
            String account,
            Instant start,
            Instant end,
            @Nullable StatementCursor cursor,
            int limit) {
        List<EntryRow> entries = new ArrayList<>();
        try (var stream = handle
                .createQuery(HOURS.formatted(book.balances()))
                .bind("book", book.id())
                .bind("account", account)
                .bind("from", start.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .bind("to", end.atOffset(ZoneOffset.UTC))
                .setFetchSize(FETCH_ROWS)
                .map((rows, _) -> rows.getTimestamp(1).toInstant())
                .stream()) {
            Iterator<Instant> hours = stream.iterator();
            while (entries.size() < limit && hours.hasNext()) {
                Instant hour = hours.next();
                Instant next = hour.plus(Duration.ofHours(1));
                derived.forEach(
                        handle,
                        book,
                        hour.isBefore(start) ? start : hour,
                        next.isAfter(end) ? end : next,
                        cursor,
                        entry -> {
                            if (entry.moves(account)) {
                                entries.add(entry);
                            }
                            return entries.size() < limit;
                        });
            }
        }
        return entries;
    }
}
