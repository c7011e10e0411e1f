package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.rate.RateBook;
import java.util.Map;

/**
 * What prices and policies an event is posted by.
 *
 * @param groups by name
 * @param rates every group's rates
 * @param closings of the groups that closed a period, by their names
 */
public record Reference(Map<String, Group> groups, RateBook rates, Map<String, Closings> closings) {
    public static final Reference EMPTY = new Reference(Map.of(), RateBook.EMPTY, Map.of());

    public Reference {
        groups = Map.copyOf(groups);
        closings = Map.copyOf(closings);
    }
}
