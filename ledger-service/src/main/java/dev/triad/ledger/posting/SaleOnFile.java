package dev.triad.ledger.posting;

import dev.triad.events.SaleRecorded;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A posted sale and what has come back of it.
 *
 * @param sale the sale, or null when the event of that id is something else
 * @param returned by line, counted from 1
 */
public record SaleOnFile(@Nullable SaleRecorded sale, Map<Integer, ReturnedLine> returned) {
    public SaleOnFile {
        returned = Map.copyOf(returned);
    }

    ReturnedLine returned(int line) {
        return returned.getOrDefault(line, ReturnedLine.NOTHING);
    }

    SaleOnFile with(int line, ReturnedLine after) {
        Map<Integer, ReturnedLine> copy = new TreeMap<>(returned);
        copy.put(line, after);
        return new SaleOnFile(sale, copy);
    }
}
