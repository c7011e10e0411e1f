package dev.triad.ledger.costgame;

import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * A fixed cost that is there as soon as one of its users is served.
 *
 * @param name its name
 * @param cost what it costs
 * @param users who needs it, one at least
 * @param usage how much each of its users used, by which fully distributed cost divides it; empty when that is not known
 */
public record Pool(String name, BigFraction cost, Set<String> users, Map<String, BigFraction> usage) {
    public Pool {
        users = Set.copyOf(users);
        usage = Map.copyOf(usage);
    }
}
