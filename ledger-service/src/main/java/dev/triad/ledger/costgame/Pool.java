package dev.triad.ledger.costgame;

import dev.triad.ledger.fraction.Fractions;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A cost that several share: fixed, there as soon as one of its users is served; or of a capacity that would be smaller, but
 * dearer for its size, without some of them.
 *
 * @param name its name
 * @param cost what it costs
 * @param users who needs it, one at least
 * @param usage how much each of its users used, by which fully distributed cost divides it; empty when that is not known
 * @param scale how a capacity's cost falls with its volume; null for a fixed cost
 */
public record Pool(
        String name,
        BigFraction cost,
        Set<String> users,
        Map<String, BigFraction> usage,
        @Nullable EconomiesOfScale scale) {
    /** @throws IllegalArgumentException when a capacity's usage is not known */
    public Pool {
        users = Set.copyOf(users);
        usage = Map.copyOf(usage);
        if (scale != null && Fractions.sum(usage.values()).signum() <= 0) {
            throw new IllegalArgumentException(
                    "the pool " + name + " has a progress ratio, and so needs the usage of its users");
        }
    }

    /** A fixed cost. */
    public static Pool fixed(String name, BigFraction cost, Set<String> users, Map<String, BigFraction> usage) {
        return new Pool(name, cost, users, usage, null);
    }

    BigFraction usageOf(String player) {
        return usage.getOrDefault(player, BigFraction.ZERO);
    }
}
