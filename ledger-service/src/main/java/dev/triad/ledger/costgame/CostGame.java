package dev.triad.ledger.costgame;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * What it costs to serve each coalition of players, C(S), with C(∅) = 0; up to {@value #PLAYERS_MAX} players, as every
 * coalition is looked at.
 *
 * <p>The tests of cross-subsidy are those of Faulhaber, Cross-Subsidization: Pricing in Public Enterprises, American
 * Economic Review 65 (1975).
 */
public final class CostGame {
    /** More would make more than 4,096 coalitions. */
    public static final int PLAYERS_MAX = 12;

    private final List<String> players;
    private final BigFraction[] costs;

    /** @param costs by coalition, the empty one first */
    private CostGame(List<String> players, BigFraction[] costs) {
        this.players = List.copyOf(players);
        this.costs = costs;
    }

    private static BigFraction[] zeros(List<String> players) {
        if (players.isEmpty() || players.size() > PLAYERS_MAX) {
            throw new IllegalArgumentException(
                    "a cost game has 1 to %d players, not %d".formatted(PLAYERS_MAX, players.size()));
        }
        if (Set.copyOf(players).size() < players.size()) {
            throw new IllegalArgumentException("a player is named twice");
        }
        BigFraction[] costs = new BigFraction[Coalition.all(players.size()) + 1];
        Arrays.fill(costs, BigFraction.ZERO);
        return costs;
    }

    /**
     * A coalition costs what its members cost each for themselves, every fixed pool that one of them uses, and of each
     * capacity what their share of its volume would cost alone.
     *
     * @param own what serving each player costs beside the pools; nothing for those that are missing
     */
    public static CostGame ofPools(List<String> players, Map<String, BigFraction> own, List<Pool> pools) {
        BigFraction[] costs = zeros(players);
        // A pool is spared by the coalitions that have none of its users: those within the rest of the players.
        BigFraction[] spared = zeros(players);
        BigFraction fixed = BigFraction.ZERO;
        for (Pool pool : pools) {
            if (pool.scale() == null) {
                int others = Coalition.all(players.size()) & ~Coalition.of(pool.users(), players);
                spared[others] = spared[others].add(pool.cost());
                fixed = fixed.add(pool.cost());
            } else {
                addCapacity(costs, players, pool, pool.scale());
            }
        }
        addUpSupersets(spared, players.size());
        BigFraction[] ownCosts = Coalition.sums(players, own);
        for (int coalition = 1; coalition < costs.length; coalition++) {
            costs[coalition] =
                    costs[coalition].add(ownCosts[coalition]).add(fixed).subtract(spared[coalition]);
        }
        return new CostGame(players, costs);
    }

    private static void addCapacity(BigFraction[] costs, List<String> players, Pool pool, EconomiesOfScale scale) {
        BigFraction[] usage = Coalition.sums(players, pool.usage());
        BigFraction all = usage[usage.length - 1];
        for (int coalition = 1; coalition < costs.length; coalition++) {
            BigFraction share = scale.alone(usage[coalition].divide(all));
            costs[coalition] = costs[coalition].add(pool.cost().multiply(share));
        }
    }

    /** Makes of what each coalition has what all coalitions that contain it have, one player after the other. */
    private static void addUpSupersets(BigFraction[] values, int players) {
        for (int player = 0; player < players; player++) {
            for (int coalition = 0; coalition < values.length; coalition++) {
                if (!Coalition.has(coalition, player)) {
                    values[coalition] = values[coalition].add(values[coalition | Coalition.of(player)]);
                }
            }
        }
    }

    /**
     * A game by an explicit cost for every coalition that is not empty.
     *
     * @throws IllegalArgumentException when a coalition has no cost; the message names it
     */
    public static CostGame ofCoalitions(List<String> players, Map<Set<String>, BigFraction> costs) {
        BigFraction[] all = zeros(players);
        for (int coalition = 1; coalition < all.length; coalition++) {
            List<String> members = Coalition.names(coalition, players);
            BigFraction cost = costs.get(Set.copyOf(members));
            if (cost == null) {
                throw new IllegalArgumentException("there is no cost of serving " + String.join(", ", members));
            }
            all[coalition] = cost;
        }
        return new CostGame(players, all);
    }

    public List<String> players() {
        return players;
    }

    /** C(N), the cost of serving all. */
    public BigFraction total() {
        return cost(everyone());
    }

    /** C({i}): what serving this player alone would cost. */
    public BigFraction standAlone(int player) {
        return cost(Coalition.of(player));
    }

    /** C(N) − C(N∖{i}): what would not be spent without this player. */
    public BigFraction incremental(int player) {
        return incrementalOf(Coalition.of(player));
    }

    BigFraction cost(int coalition) {
        return costs[coalition];
    }

    /** C(N) − C(N∖S). */
    BigFraction incrementalOf(int coalition) {
        return total().subtract(cost(everyone() & ~coalition));
    }

    int everyone() {
        return Coalition.all(players.size());
    }

    /**
     * The Shapley value of each player: what they add to the cost, averaged over every order in which the players could
     * come; Shapley, A Value for n-Person Games (1953).
     */
    public Map<String, BigFraction> shapley() {
        Map<String, BigFraction> values = new HashMap<>();
        for (int player = 0; player < players.size(); player++) {
            values.put(players.get(player), shapley(player));
        }
        return values;
    }

    /** Σ over S without i of |S|! (n−|S|−1)! / n! × (C(S∪{i}) − C(S)). */
    private BigFraction shapley(int player) {
        int others = players.size() - 1;
        BigFraction[] added = new BigFraction[others + 1];
        Arrays.fill(added, BigFraction.ZERO);
        for (int coalition = 0; coalition <= everyone(); coalition++) {
            if (!Coalition.has(coalition, player)) {
                int size = Integer.bitCount(coalition);
                added[size] =
                        added[size].add(cost(coalition | Coalition.of(player)).subtract(cost(coalition)));
            }
        }
        BigFraction value = BigFraction.ZERO;
        for (int size = 0; size <= others; size++) {
            // |S|! (n−|S|−1)! / n! is 1 in n × (n−1 over |S|).
            value = value.add(added[size].divide(choose(others, size) * players.size()));
        }
        return value;
    }

    private static long choose(int from, int many) {
        long ways = 1;
        for (int i = 1; i <= many; i++) {
            ways = ways * (from - many + i) / i;
        }
        return ways;
    }
}
