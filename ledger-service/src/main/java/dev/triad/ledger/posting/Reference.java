package dev.triad.ledger.posting;

import dev.triad.ledger.rate.RateBook;
import java.util.Map;

/**
 * What prices and policies an event is posted by.
 *
 * @param groups by name
 * @param rates every group's rates
 */
public record Reference(Map<String, Group> groups, RateBook rates) {
    public static final Reference EMPTY = new Reference(Map.of(), RateBook.EMPTY);

    public Reference {
        groups = Map.copyOf(groups);
    }
}
