package dev.triad.ledger.costgame;

import dev.triad.ledger.fraction.Fractions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * The additive game in closed form, for any number of players: all pools are fixed costs. Fully distributed cost is the
 * same for capacities.
 */
public final class PoolShares {
    private PoolShares() {}

    /**
     * The Shapley value, v(i) + Σ F(k) / |U(k)|: every pool in equal parts among its users; Littlechild and Owen, A Simple
     * Expression for the Shapley Value in a Special Case (1973).
     */
    public static Map<String, BigFraction> shapley(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools) {
        Map<String, BigFraction> values = own(players, own);
        for (Pool pool : pools) {
            BigFraction part = pool.cost().divide(pool.users().size());
            pool.users().forEach(user -> values.merge(user, part, BigFraction::add));
        }
        return values;
    }

    /** What each player would cost alone, v(i) + Σ F(k) over the pools that the player uses. */
    public static Map<String, BigFraction> standAlone(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools) {
        Map<String, BigFraction> values = own(players, own);
        for (Pool pool : pools) {
            pool.users().forEach(user -> values.merge(user, pool.cost(), BigFraction::add));
        }
        return values;
    }

    /** What each player adds to what the others cost, v(i) + Σ F(k) over the pools that nobody else uses. */
    public static Map<String, BigFraction> incremental(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools) {
        return standAlone(
                players,
                own,
                pools.stream().filter(pool -> pool.users().size() == 1).toList());
    }

    /**
     * Fully distributed cost: every pool in proportion to its users' usage, or to their revenues where usage is not known,
     * or in equal parts where there are none either.
     */
    public static Map<String, BigFraction> fullyDistributed(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools, Map<String, BigFraction> revenues) {
        Map<String, BigFraction> values = own(players, own);
        for (Pool pool : pools) {
            Map<String, BigFraction> keys = keys(pool, revenues);
            BigFraction sum = Fractions.sum(keys.values());
            keys.forEach(
                    (user, key) -> values.merge(user, pool.cost().multiply(key).divide(sum), BigFraction::add));
        }
        return values;
    }

    /** What the usage, or else the revenues, sum to by which a pool is distributed. */
    public static BigFraction keySum(Pool pool, Map<String, BigFraction> revenues) {
        return Fractions.sum(keys(pool, revenues).values());
    }

    /** By what a pool is distributed; the sum is positive. */
    private static Map<String, BigFraction> keys(Pool pool, Map<String, BigFraction> revenues) {
        Map<String, BigFraction> keys = new HashMap<>();
        for (String user : pool.users()) {
            keys.put(user, pool.usage().isEmpty() ? revenues.getOrDefault(user, BigFraction.ZERO) : pool.usageOf(user));
        }
        if (Fractions.sum(keys.values()).signum() <= 0) {
            keys.replaceAll((_, _) -> BigFraction.ONE);
        }
        return keys;
    }

    private static Map<String, BigFraction> own(List<String> players, Map<String, BigFraction> own) {
        Map<String, BigFraction> values = new HashMap<>();
        players.forEach(player -> values.put(player, own.getOrDefault(player, BigFraction.ZERO)));
        return values;
    }
}
