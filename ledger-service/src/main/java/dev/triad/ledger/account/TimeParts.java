package dev.triad.ledger.account;

import dev.triad.ledger.journal.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of time as whole months, days and hours, which the balances know, and what is left at its edges. */
final class TimeParts {
    static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * A part of the span.
     *
     * @param grain by which balances it can be summed; null for a part of an hour, whose entries are summed
     * @param to exclusive
     */
    record Part(@Nullable Grain grain, Instant from, Instant to) {}

    private TimeParts() {}

    /**
     * Splits the span from one moment up to, but without, another; null leaves that side open.
     *
     * @param coarsest the longest parts that are wanted
     */
    static List<Part> of(@Nullable Instant from, @Nullable Instant to, Grain coarsest) {
        List<Part> parts = new ArrayList<>();
        add(
                parts,
                from == null || from.isBefore(BEGINNING) ? BEGINNING : from,
                to == null || to.isAfter(END) ? END : to,
                coarsest);
        return parts;
    }

    private static void add(List<Part> parts, Instant from, Instant to, @Nullable Grain grain) {
        if (!from.isBefore(to)) {
            return;
        }
        if (grain == null) {
            parts.add(new Part(null, from, to));
            return;
        }
        Instant start = grain.ceiling(from);
        Instant end = grain.floor(to);
        if (start.isBefore(end)) {
            add(parts, from, start, finer(grain));
            parts.add(new Part(grain, start, end));
            add(parts, end, to, finer(grain));
        } else {
            add(parts, from, to, finer(grain));
        }
    }

    private static @Nullable Grain finer(Grain grain) {
        return grain.ordinal() == 0 ? null : Grain.values()[grain.ordinal() - 1];
    }
}
