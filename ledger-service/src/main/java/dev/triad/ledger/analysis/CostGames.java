package dev.triad.ledger.analysis;

import dev.triad.ledger.costgame.CostGame;
import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.costgame.Pool;
import dev.triad.ledger.costgame.PoolShares;
import dev.triad.ledger.costgame.SubsidyTests;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Plays the cost games of requests. */
@ApplicationScoped
class CostGames {
    /** As many violations are named; all are counted. */
    static final int VIOLATIONS_MAX = 100;

    /** As many bits may the common denominator of all numbers have: what is exact must stay payable. */
    static final int DENOMINATOR_BITS_MAX = 256;

    /** And as many the parts of all pools. */
    static final int SHARES_BITS_MAX = 8_192;

    CostGameView play(CostGameRequest request) {
        Numbers numbers = new Numbers(DENOMINATOR_BITS_MAX);
        Map<String, BigFraction> revenues = numbers.notNegative("the revenue", request.revenues());
        List<String> players = List.copyOf(revenues.keySet());
        List<CostGameRequest.PoolRequest> pools = request.pools();
        List<CostGameRequest.CoalitionRequest> coalitions = request.coalitions();
        try {
            if (pools != null && coalitions == null) {
                return view(ofPools(numbers, pools, request.ownCosts(), players, revenues));
            }
            if (coalitions != null && pools == null && request.ownCosts() == null) {
                return view(ofCoalitions(numbers, coalitions, players, revenues));
            }
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_BODY.because("This is no cost game: " + e.getMessage() + ".");
        }
        throw Problems.INVALID_BODY.because(
                "A cost game has either pools, and own costs if need be, or a cost for every coalition.");
    }

    private static SubsidyTests ofPools(
            Numbers numbers,
            List<CostGameRequest.PoolRequest> requested,
            @Nullable Map<String, String> ownCosts,
            List<String> players,
            Map<String, BigFraction> revenues) {
        Map<String, BigFraction> own = ownCosts == null ? Map.of() : numbers.notNegative("the own cost", ownCosts);
        requirePlayers("ownCosts", own.keySet(), players);
        List<Pool> pools =
                requested.stream().map(pool -> pool(numbers, pool, players)).toList();
        requireShares(pools, revenues);
        return SubsidyTests.of(players, own, pools, revenues);
    }

    /** Fully distributed cost adds up parts of every pool, whose denominators are what its usage sums to. */
    private static void requireShares(List<Pool> pools, Map<String, BigFraction> revenues) {
        BigInteger common = BigInteger.ONE;
        for (Pool pool : pools) {
            common = Fractions.commonDenominator(
                    common, PoolShares.keySum(pool, revenues).reciprocal());
            if (common.bitLength() > SHARES_BITS_MAX) {
                throw new IllegalArgumentException(
                        "what the usage, or without it the revenue, of its users sums to differs too much from pool to pool"
                                + " to add up the parts exactly; the pool " + pool.name() + " is one too many");
            }
        }
    }

    private static Pool pool(Numbers numbers, CostGameRequest.PoolRequest pool, List<String> players) {
        String where = "the pool " + pool.name();
        Set<String> users = distinct("the users of " + where, pool.users(), players);
        Map<String, BigFraction> usage =
                pool.usage() == null ? Map.of() : numbers.notNegative("the usage of " + where, pool.usage());
        requirePlayers("the usage of " + where, usage.keySet(), List.copyOf(users));
        return new Pool(
                pool.name(),
                numbers.notNegative("the cost of " + where, pool.cost()),
                users,
                usage,
                pool.progressRatio() == null ? null : scale(where, pool.progressRatio()));
    }

    private static EconomiesOfScale scale(String where, String progressRatio) {
        BigFraction ratio = new Numbers(DENOMINATOR_BITS_MAX).number("the progress ratio of " + where, progressRatio);
        return new EconomiesOfScale(BigDecimal.valueOf(ratio.doubleValue()));
    }

    private static SubsidyTests ofCoalitions(
            Numbers numbers,
            List<CostGameRequest.CoalitionRequest> coalitions,
            List<String> players,
            Map<String, BigFraction> revenues) {
        Map<Set<String>, BigFraction> costs = new HashMap<>();
        for (CostGameRequest.CoalitionRequest coalition : coalitions) {
            String where = "the coalition " + String.join(", ", coalition.players());
            BigFraction cost = numbers.notNegative("the cost of " + where, coalition.cost());
            if (costs.put(distinct(where, coalition.players(), players), cost) != null) {
                throw Problems.INVALID_BODY.because("There are two costs of " + where + ".");
            }
        }
        return SubsidyTests.of(CostGame.ofCoalitions(players, costs), revenues);
    }

    private static CostGameView view(SubsidyTests tests) {
        return new CostGameView(
                Fractions.format(tests.cost()),
                Fractions.format(tests.revenue()),
                Fractions.format(tests.surplus()),
                tests.isSubsidyFree(),
                tests.ofEveryCoalition(),
                tests.players().stream().map(CostGames::player).toList(),
                tests.violations().size(),
                tests.violations().stream()
                        .limit(VIOLATIONS_MAX)
                        .map(violation -> new CostGameView.ViolationView(
                                violation.coalition(), violation.test().code(), Fractions.format(violation.amount())))
                        .toList());
    }

    private static CostGameView.PlayerView player(SubsidyTests.Benchmarks player) {
        return new CostGameView.PlayerView(
                player.player(),
                Fractions.format(player.revenue()),
                Fractions.format(player.standAlone()),
                Fractions.format(player.incremental()),
                Fractions.format(player.fullyDistributed()),
                Fractions.format(player.shapley()),
                player.band().code());
    }

    private static Set<String> distinct(String where, List<String> names, List<String> players) {
        requirePlayers(where, names, players);
        Set<String> distinct = Set.copyOf(names);
        if (distinct.size() < names.size()) {
            throw Problems.INVALID_BODY.because("A player is named twice in " + where + ".");
        }
        return distinct;
    }

    private static void requirePlayers(String where, Iterable<String> names, List<String> players) {
        for (String name : names) {
            if (!players.contains(name)) {
                throw Problems.INVALID_BODY.because("In %s, %s is no player: the players are %s."
                        .formatted(where, name, String.join(", ", players)));
            }
        }
    }
}
