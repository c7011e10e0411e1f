package dev.triad.ledger.posting;

import dev.triad.events.SaleRecorded;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A posted sale and what has come back of it.
 *
 * @param sale the sale, or null when the event of that id is something else
 * @param time when it happened
 * @param returned by line, counted from 1
 */
public record SaleOnFile(@Nullable SaleRecorded sale, Instant time, Map<Integer, ReturnedLine> returned) {
    public SaleOnFile {
        returned = Map.copyOf(returned);
    }

    /** The sale with that having come back of it. */
    public SaleOnFile returned(Map<Integer, ReturnedLine> lines) {
        return new SaleOnFile(sale, time, lines);
    }

    ReturnedLine returned(int line) {
        return returned.getOrDefault(line, ReturnedLine.NOTHING);
    }

    /** What has come back of every line of the sale, of most of them nothing. */
    public Map<Integer, ReturnedLine> lines() {
        Map<Integer, ReturnedLine> lines = new TreeMap<>();
        int count = sale == null ? 0 : sale.lines().size();
        for (int line = 1; line <= count; line++) {
            lines.put(line, returned(line));
        }
        return lines;
    }

    SaleOnFile with(int line, ReturnedLine after) {
        Map<Integer, ReturnedLine> copy = new TreeMap<>(returned);
        copy.put(line, after);
        return new SaleOnFile(sale, time, copy);
    }
}
