package dev.triad.ledger.audit;

import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Holds accounting dates to the closings of the log. An event's own entry has one date; what rates make of a usage may
 * have come about by other entries than if all had been known at once, so of those the sums at each date are compared.
 */
final class DateCheck {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;

    private final Map<String, Closings> closings;
    private final Names names;
    private final Reposting engine;
    private final Findings findings;

    DateCheck(Map<String, Closings> closings, Names names, Reposting engine, Findings findings) {
        this.closings = closings;
        this.names = names;
        this.engine = engine;
        this.findings = findings;
    }

    /** The accounting date that an entry adds to the balances at, in microseconds since 1970. */
    long of(BookEntry entry) {
        Closings closed = closings(entry);
        return entry.chained().rateEvent() != null && !closed.isEmpty() ? entry.bookedMicros() : own(closed, entry);
    }

    /** Compares the entries of an event, which are right but for their dates, as far as that is known. */
    void check(Received.Decoded event, List<BookEntry> entries, Function<BookEntry, List<Posting>> postings) {
        Closings closed = closings(entries.getFirst());
        boolean priced = entries.getFirst().chained().rateEvent() != null;
        List<Posted> expected =
                priced && !closed.isEmpty() ? engine.postDated(event).posted() : List.of();
        if (expected.size() <= 1 && (entries.size() == 1 || closed.isEmpty())) {
            entries.forEach(entry -> same(
                    entry,
                    expected.isEmpty()
                            ? own(closed, entry)
                            : ChainedEntry.micros(expected.getFirst().bookedAt())));
        } else {
            sums(entries, expected, postings);
        }
    }

    private void same(BookEntry entry, long expected) {
        if (entry.bookedMicros() != expected) {
            findings.differ(
                    Subject.ENTRIES,
                    entry.name(),
                    "the accounting date " + instant(expected),
                    instant(entry.bookedMicros()));
        }
    }

    private void sums(List<BookEntry> entries, List<Posted> expected, Function<BookEntry, List<Posting>> postings) {
        Map<Instant, Map<String, Long>> wanted = new TreeMap<>();
        expected.forEach(posted -> add(wanted, posted.bookedAt(), posted.entry().postings()));
        Map<Instant, Map<String, Long>> found = new TreeMap<>();
        entries.forEach(entry -> add(found, instant(entry.bookedMicros()), postings.apply(entry)));
        found.values().removeIf(Map::isEmpty);
        wanted.values().removeIf(Map::isEmpty);
        if (!wanted.equals(found)) {
            findings.differ(
                    Subject.ENTRIES,
                    BookEntry.name(entries.getFirst().position(), 0) + " with its repricings, by accounting date",
                    wanted,
                    found);
        }
    }

    private static void add(Map<Instant, Map<String, Long>> sums, Instant date, List<Posting> postings) {
        Map<String, Long> accounts = sums.computeIfAbsent(date, _ -> new TreeMap<>());
        for (Posting posting : postings) {
            accounts.merge(posting.account(), posting.amount(), Long::sum);
        }
        accounts.values().removeIf(amount -> amount == 0);
    }

    private Closings closings(BookEntry entry) {
        return closings.getOrDefault(names.group(entry.chained().group()), Closings.NONE);
    }

    private static long own(Closings closed, BookEntry entry) {
        long micros = entry.chained().timeMicros();
        return closed.isEmpty() ? micros : ChainedEntry.micros(closed.bookedAt(entry.position(), instant(micros)));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO);
    }
}
