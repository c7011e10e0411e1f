package dev.triad.ledger.comparison;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a comparison is about.
 *
 * @param unit a unit; of a pair, the one that grants
 * @param recipient of a pair, the one that receives
 */
record Subject(String unit, @Nullable String recipient) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::unit)
            .thenComparing(Subject::recipient, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Subject of(String unit) {
        return new Subject(unit, null);
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
