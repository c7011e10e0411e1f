package dev.triad.ledger.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A set of places in the log, in ranges; each place is a number, as the books know records by. Immutable. */
public final class Places {
    public static final Places NONE = new Places(new long[0]);

    /**
     * Places that follow each other.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Range(long from, long to) {}

    /** From, to, from, to, in ascending order; no two ranges touch. */
    private final long[] bounds;

    private Places(long[] bounds) {
        this.bounds = bounds;
    }

    /** The places of some ranges, which may overlap. */
    public static Places of(List<Range> ranges) {
        List<Range> sorted = ranges.stream()
                .filter(range -> range.from() < range.to())
                .sorted(Comparator.comparingLong(Range::from))
                .toList();
        long[] bounds = new long[2 * sorted.size()];
        int size = 0;
        for (Range range : sorted) {
            if (size > 0 && range.from() <= bounds[size - 1]) {
                bounds[size - 1] = Math.max(bounds[size - 1], range.to());
            } else {
                bounds[size++] = range.from();
                bounds[size++] = range.to();
            }
        }
        return new Places(Arrays.copyOf(bounds, size));
    }

    public boolean contains(long place) {
        int at = Arrays.binarySearch(bounds, place);
        // A "from" that is met exactly is in; so is what would stand between a "from" and its "to".
        return at >= 0 ? at % 2 == 0 : ~at % 2 == 1;
    }

    /** These places without some others. */
    public Places without(Places others) {
        List<Range> left = new ArrayList<>();
        for (Range range : ranges()) {
            long from = range.from();
            for (Range gone : others.ranges()) {
                if (gone.from() < range.to() && gone.to() > from) {
                    left.add(new Range(from, gone.from()));
                    from = Math.max(from, gone.to());
                }
            }
            left.add(new Range(from, range.to()));
        }
        return of(left);
    }

    /** These places and some others. */
    public Places with(Places others) {
        List<Range> all = new ArrayList<>(ranges());
        all.addAll(others.ranges());
        return of(all);
    }

    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>(bounds.length / 2);
        for (int i = 0; i < bounds.length; i += 2) {
            ranges.add(new Range(bounds[i], bounds[i + 1]));
        }
        return ranges;
    }

    /**
     * Ranges that hold all other places there are, and some of these if there would be more than so many of them
     * otherwise.
     */
    public List<Range> gaps(int most) {
        List<Range> gaps = new ArrayList<>();
        long from = 0;
        for (Range range : ranges()) {
            if (from < range.from()) {
                gaps.add(new Range(from, range.from()));
            }
            from = range.to();
        }
        gaps.add(new Range(from, Long.MAX_VALUE));
        int together = (gaps.size() + most - 1) / most;
        List<Range> few = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i += together) {
            few.add(new Range(
                    gaps.get(i).from(),
                    gaps.get(Math.min(gaps.size(), i + together) - 1).to()));
        }
        return few;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Places places && Arrays.equals(bounds, places.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return ranges().toString();
    }
}
