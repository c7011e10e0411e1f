package dev.triad.ledger.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of the comparison so far: all is counted, the first differences are kept in words. */
public final class Findings {
    private final int keptMax;
    private final List<Difference> kept = new ArrayList<>();
    private final Map<Subject, Long> compared = new EnumMap<>(Subject.class);
    private final Map<Subject, Long> different = new EnumMap<>(Subject.class);

    /** @param keptMax how many differences to keep in words */
    public Findings(int keptMax) {
        this.keptMax = keptMax;
    }

    void compared(Subject subject) {
        compared.merge(subject, 1L, Long::sum);
    }

    void differ(Subject subject, String name, Object expected, Object found) {
        different.merge(subject, 1L, Long::sum);
        if (kept.size() < keptMax) {
            kept.add(new Difference(subject, name, String.valueOf(expected), String.valueOf(found)));
        }
    }

    /** Compares one value; whether it is as it must be. */
    boolean same(Subject subject, String name, Object expected, Object found) {
        compared(subject);
        if (!expected.equals(found)) {
            differ(subject, name, expected, found);
            return false;
        }
        return true;
    }

    /** The first differences, in the order in which they were found. */
    public List<Difference> kept() {
        return List.copyOf(kept);
    }

    /** How many were compared. */
    public long count(Subject subject) {
        return compared.getOrDefault(subject, 0L);
    }

    public long differences(Subject subject) {
        return different.getOrDefault(subject, 0L);
    }

    public long differences() {
        return different.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isClean() {
        return different.isEmpty();
    }
}
