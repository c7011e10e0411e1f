package dev.triad.ledger.costgame;

import dev.triad.ledger.fraction.Fractions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** The additive game in closed form, for any number of players. */
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

    /** By what a pool is distributed; the sum is positive. */
    private static Map<String, BigFraction> keys(Pool pool, Map<String, BigFraction> revenues) {
        Map<String, BigFraction> keys = new HashMap<>();
        for (String user : pool.users()) {
            keys.put(user, (pool.usage().isEmpty() ? revenues : pool.usage()).getOrDefault(user, BigFraction.ZERO));
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
