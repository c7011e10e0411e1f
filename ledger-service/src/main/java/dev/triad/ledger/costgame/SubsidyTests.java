package dev.triad.ledger.costgame;

import dev.triad.ledger.fraction.Fractions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Faulhaber's tests of every coalition but the whole. What all pay together above what all cost is the surplus, and is not
 * held against anybody: with none, a coalition fails one test by just what the others fail the other test by.
 *
 * @param cost C(N), the cost of serving all
 * @param revenue what all pay
 * @param players each with its benchmarks
 * @param violations every violation that was found, the largest first
 * @param ofEveryCoalition whether every coalition was tested, or, of more than {@value CostGame#PLAYERS_MAX} players, each
 *     player alone and all but that player
 */
public record SubsidyTests(
        BigFraction cost,
        BigFraction revenue,
        List<Benchmarks> players,
        List<Violation> violations,
        boolean ofEveryCoalition) {
    private static final Comparator<Violation> LARGEST_FIRST = Comparator.comparing(Violation::amount)
            .reversed()
            .thenComparing(Violation::test)
            .thenComparing(violation -> String.join(",", violation.coalition()));

    public SubsidyTests {
        players = List.copyOf(players);
        violations = violations.stream().sorted(LARGEST_FIRST).toList();
    }

    /** A player's revenue among what it could be held against. */
    public record Benchmarks(
            String player,
            BigFraction revenue,
            BigFraction standAlone,
            BigFraction incremental,
            BigFraction fullyDistributed,
            BigFraction shapley) {
        public Band band() {
            return Band.of(revenue, incremental, fullyDistributed, standAlone);
        }
    }

    /** What all pay above what all cost. */
    public BigFraction surplus() {
        return revenue.subtract(cost);
    }

    /** Whether every coalition that was tested passes both tests. */
    public boolean isSubsidyFree() {
        return violations.isEmpty();
    }

    /** Of a game by an explicit cost for every coalition: there is nothing but revenue to distribute the whole by. */
    public static SubsidyTests of(CostGame game, Map<String, BigFraction> revenues) {
        Pool whole = Pool.fixed("all", game.total(), Set.copyOf(game.players()), Map.of());
        return of(game, revenues, PoolShares.fullyDistributed(game.players(), Map.of(), List.of(whole), revenues));
    }

    /**
     * Of pools; with more than {@value CostGame#PLAYERS_MAX} players in closed form.
     *
     * @param own what serving each player costs beside the pools
     * @throws IllegalArgumentException when there are as many players and a pool has economies of scale
     */
    public static SubsidyTests of(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools, Map<String, BigFraction> revenues) {
        if (players.size() <= CostGame.PLAYERS_MAX) {
            return of(
                    CostGame.ofPools(players, own, pools),
                    revenues,
                    PoolShares.fullyDistributed(players, own, pools, revenues));
        }
        for (Pool pool : pools) {
            if (pool.scale() != null) {
                throw new IllegalArgumentException(
                        "the pool %s has a progress ratio; that takes every coalition, and so at most %d players, not %d"
                                .formatted(pool.name(), CostGame.PLAYERS_MAX, players.size()));
            }
        }
        return inClosedForm(players, own, pools, revenues);
    }

    private static SubsidyTests of(
            CostGame game, Map<String, BigFraction> revenues, Map<String, BigFraction> distributed) {
        Map<String, BigFraction> shapley = game.shapley();
        List<Benchmarks> players = new ArrayList<>();
        for (int player = 0; player < game.players().size(); player++) {
            String name = game.players().get(player);
            players.add(new Benchmarks(
                    name,
                    get(revenues, name),
                    game.standAlone(player),
                    game.incremental(player),
                    get(distributed, name),
                    get(shapley, name)));
        }
        return new SubsidyTests(
                game.total(), Fractions.sum(revenues.values()), players, violations(game, revenues), true);
    }

    private static List<Violation> violations(CostGame game, Map<String, BigFraction> revenues) {
        List<Violation> violations = new ArrayList<>();
        BigFraction[] revenue = Coalition.sums(game.players(), revenues);
        for (int coalition = 1; coalition < game.everyone(); coalition++) {
            BigFraction over = revenue[coalition].subtract(game.cost(coalition));
            BigFraction under = game.incrementalOf(coalition).subtract(revenue[coalition]);
            if (over.signum() > 0) {
                violations.add(new Violation(
                        Coalition.names(coalition, game.players()), Violation.Test.STAND_ALONE_COST, over));
            }
            if (under.signum() > 0) {
                violations.add(new Violation(
                        Coalition.names(coalition, game.players()), Violation.Test.INCREMENTAL_COST, under));
            }
        }
        return violations;
    }

    private static SubsidyTests inClosedForm(
            List<String> players, Map<String, BigFraction> own, List<Pool> pools, Map<String, BigFraction> revenues) {
        BigFraction cost = Fractions.sum(own.values())
                .add(Fractions.sum(pools.stream().map(Pool::cost).toList()));
        BigFraction revenue = Fractions.sum(revenues.values());
        Map<String, BigFraction> standAlone = PoolShares.standAlone(players, own, pools);
        Map<String, BigFraction> incremental = PoolShares.incremental(players, own, pools);
        Map<String, BigFraction> distributed = PoolShares.fullyDistributed(players, own, pools, revenues);
        Map<String, BigFraction> shapley = PoolShares.shapley(players, own, pools);
        List<Benchmarks> benchmarks = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String player : players) {
            Benchmarks one = new Benchmarks(
                    player,
                    get(revenues, player),
                    get(standAlone, player),
                    get(incremental, player),
                    get(distributed, player),
                    get(shapley, player));
            benchmarks.add(one);
            List<String> others =
                    players.stream().filter(other -> !other.equals(player)).toList();
            BigFraction othersRevenue = revenue.subtract(one.revenue());
            add(violations, List.of(player), Violation.Test.STAND_ALONE_COST, one.revenue(), one.standAlone());
            add(violations, List.of(player), Violation.Test.INCREMENTAL_COST, one.incremental(), one.revenue());
            add(violations, others, Violation.Test.STAND_ALONE_COST, othersRevenue, cost.subtract(one.incremental()));
            add(violations, others, Violation.Test.INCREMENTAL_COST, cost.subtract(one.standAlone()), othersRevenue);
        }
        return new SubsidyTests(cost, revenue, benchmarks, violations, false);
    }

    private static void add(
            List<Violation> violations,
            List<String> coalition,
            Violation.Test test,
            BigFraction larger,
            BigFraction smaller) {
        BigFraction amount = larger.subtract(smaller);
        if (amount.signum() > 0) {
            violations.add(new Violation(coalition, test, amount));
        }
    }

    private static BigFraction get(Map<String, BigFraction> numbers, String player) {
        @Nullable BigFraction number = numbers.get(player);
        return number == null ? BigFraction.ZERO : number;
    }
}
