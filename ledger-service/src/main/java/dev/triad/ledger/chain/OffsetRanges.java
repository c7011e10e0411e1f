package dev.triad.ledger.chain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offsets, in ranges: written and read as PostgreSQL writes an {@code int8multirange}, {@code {[5,7),[9,10)}}. */
public final class OffsetRanges {
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");
    private static final int USUAL_BOUNDS = 8;

    /** From, to, from, to: every "to" is the first offset that is no more in the range. */
    private long[] bounds = new long[USUAL_BOUNDS];

    private int size;

    public static OffsetRanges parse(String text) {
        OffsetRanges ranges = new OffsetRanges();
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            ranges.add(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
        return ranges;
    }

    /** Adds an offset that is greater than all that are there. */
    public void add(long offset) {
        add(offset, offset + 1);
    }

    /** Adds the offsets of a range that begins after all that are there. */
    public void add(long from, long to) {
        if (from >= to || size > 0 && from < bounds[size - 1]) {
            throw new IllegalArgumentException("offsets come in their order, and " + from + " does not");
        }
        if (size > 0 && from == bounds[size - 1]) {
            bounds[size - 1] = to;
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }

    public boolean contains(long offset) {
        int at = Arrays.binarySearch(bounds, 0, size, offset);
        // A "from" that is met exactly is in; so is what would stand between a "from" and its "to".
        return at >= 0 ? at % 2 == 0 : ~at % 2 == 1;
    }

    /** How many offsets these are. */
    public long count() {
        long count = 0;
        for (int i = 0; i < size; i += 2) {
            count += bounds[i + 1] - bounds[i];
        }
        return count;
    }

    /** The number of ranges and their bounds. */
    byte[] encoded() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + size * Long.BYTES).putInt(size / 2);
        for (int i = 0; i < size; i++) {
            bytes.putLong(bounds[i]);
        }
        return bytes.array();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < size; i += 2) {
            text.append(i == 0 ? "[" : ",[")
                    .append(bounds[i])
                    .append(',')
                    .append(bounds[i + 1])
                    .append(')');
        }
        return text.append('}').toString();
    }
}
