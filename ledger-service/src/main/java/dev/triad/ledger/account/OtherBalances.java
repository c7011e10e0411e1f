package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.journal.Grain;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What moved in a book that keeps balances by the hour: sums of those, and at the edges of a span, in parts of an hour, of
 * entries that are derived for it.
 */
@ApplicationScoped
class OtherBalances {
    private static final String KEPT = """
            select %1$s as step, a.name, sum(b.debit) as debit, sum(b.credit) as credit, sum(b.postings) as postings
            from book_account a join %2$s b on b.account_id = a.id
            where a.book_id = :book and b.hour >= :from and b.hour < :to%3$s group by 1, 2""";

    private static final String NO_STEP = "null::timestamptz";
    private static final String STEP = "date_trunc(:interval, b.hour, 'UTC')";

    /** What moves an account, in which step of a series. */
    private interface Taker {
        void take(Instant step, Turnover turnover);
    }

    private final DerivedEntries derived;

    OtherBalances(DerivedEntries derived) {
        this.derived = derived;
    }

    Map<String, Turnover> turnovers(
            OpenBook.Other book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        return derived.inSnapshot(book, handle -> turnovers(handle, book, filter, from, to));
    }

    Map<String, Turnover> turnovers(
            Handle handle, OpenBook.Other book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        Map<String, Turnover> turnovers = new TreeMap<>();
        forEach(
                handle,
                book,
                filter,
                TimeParts.of(from, to, Grain.HOUR),
                null,
                (_, turnover) -> turnovers.merge(turnover.account(), turnover, Turnover::plus));
        return turnovers;
    }

    List<Balances.Step> series(
            OpenBook.Other book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to, String interval) {
        Map<Instant, Map<String, Turnover>> steps = new TreeMap<>();
        derived.inSnapshot(book, handle -> {
            forEach(
                    handle,
                    book,
                    filter,
                    TimeParts.of(from, to, Grain.HOUR),
                    interval,
                    (step, turnover) -> steps.computeIfAbsent(step, _ -> new TreeMap<>())
                            .merge(turnover.account(), turnover, Turnover::plus));
            return book;
        });
        List<Balances.Step> series = new ArrayList<>();
        steps.forEach((step, accounts) ->
                accounts.values().forEach(turnover -> series.add(new Balances.Step(step, turnover))));
        return series;
    }

    private void forEach(
            Handle handle,
            OpenBook.Other book,
            AccountFilter filter,
            List<TimeParts.Part> parts,
            @Nullable String interval,
            Taker taker) {
        for (TimeParts.Part part : parts) {
            if (part.grain() == null) {
                derived(handle, book, filter, part, interval, taker);
            } else {
                kept(handle, book, filter, part, interval, taker);
            }
        }
    }

    private static void kept(
            Handle handle,
            OpenBook.Other book,
            AccountFilter filter,
            TimeParts.Part part,
            @Nullable String interval,
            Taker taker) {
        String sql = KEPT.formatted(interval == null ? NO_STEP : STEP, book.balances(), filter.conditionInBook());
        try (Query query = handle.createQuery(sql)) {
            filter.bindInBook(query);
            query.bind("book", book.id())
                    .bind("from", part.from().atOffset(ZoneOffset.UTC))
                    .bind("to", part.to().atOffset(ZoneOffset.UTC));
            if (interval != null) {
                query.bind("interval", interval);
            }
            query.map((rows, _) -> new Balances.Step(step(rows), Balances.turnover(rows)))
                    .forEach(step -> taker.take(step.from(), step.turnover()));
        }
    }

    private static Instant step(ResultSet rows) throws SQLException {
        return rows.getTimestamp("step") == null
                ? Instant.EPOCH
                : rows.getTimestamp("step").toInstant();
    }

    private void derived(
            Handle handle,
            OpenBook.Other book,
            AccountFilter filter,
            TimeParts.Part part,
            @Nullable String interval,
            Taker taker) {
        derived.forEach(handle, book, part.from(), part.to(), null, entry -> {
            Instant step = interval == null ? Instant.EPOCH : begin(entry.time(), interval);
            entry.postings().stream()
                    .filter(leg -> filter.matches(leg.account()))
                    .forEach(leg -> taker.take(step, Turnover.of(leg.account(), leg.amount())));
            return true;
        });
    }

    /** The beginning of the step that a time lies in, as PostgreSQL's {@code date_trunc} tells it in UTC. */
    static Instant begin(Instant time, String interval) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return switch (interval) {
            case "month" -> utc.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant();
            case "week" ->
                utc.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
            case "day" -> utc.truncatedTo(ChronoUnit.DAYS).toInstant();
            default -> utc.truncatedTo(ChronoUnit.HOURS).toInstant();
        };
    }
}
