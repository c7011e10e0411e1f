package dev.triad.ledger.account;

import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.book.Unfollowed;
import dev.triad.ledger.journal.Grain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What moved in several books of a group, all as one transaction sees them, each with what it has not followed yet. */
@ApplicationScoped
public class LevelBalances {
    /**
     * What moved in one of them.
     *
     * @param linksBehind how many links of the chain the actual book is ahead: none, unless they were too many to be derived
     */
    public record Level(Map<String, Turnover> turnovers, long linksBehind) {}

    private final DerivedEntries derived;
    private final Balances balances;
    private final OtherBalances others;
    private final Unfollowed unfollowed;

    LevelBalances(DerivedEntries derived, Balances balances, OtherBalances others, Unfollowed unfollowed) {
        this.derived = derived;
        this.balances = balances;
        this.others = others;
        this.unfollowed = unfollowed;
    }

    /** By book, in their order; null leaves a side of the span open. */
    public List<Level> of(List<OpenBook> books, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        List<OpenBook.Other> held = books.stream()
                .filter(OpenBook.Other.class::isInstance)
                .map(OpenBook.Other.class::cast)
                .toList();
        return derived.inSnapshot(
                held,
                handle -> books.stream()
                        .map(book -> switch (book) {
                            case OpenBook.Actual _ -> new Level(balances.turnovers(handle, filter, from, to), 0);
                            case OpenBook.Other other -> level(handle, other, filter, from, to);
                        })
                        .toList());
    }

    private Level level(
            Handle handle, OpenBook.Other book, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        List<TimeParts.Part> parts = TimeParts.of(from, to, Grain.HOUR);
        Map<String, Turnover> turnovers = others.turnovers(handle, book, filter, from, to);
        long behind = unfollowed.forEach(handle, book, (account, hour, amount) -> {
            if (filter.matches(account) && isKept(parts, hour)) {
                turnovers.merge(account, Turnover.of(account, amount), Turnover::plus);
            }
        });
        return new Level(turnovers, behind);
    }

    /** What lies in parts of an hour was derived of all entries already. */
    private static boolean isKept(List<TimeParts.Part> parts, Instant hour) {
        return parts.stream()
                .anyMatch(part -> part.grain() != null && !hour.isBefore(part.from()) && hour.isBefore(part.to()));
    }
}
