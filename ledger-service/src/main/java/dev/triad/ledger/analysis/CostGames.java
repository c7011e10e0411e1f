package dev.triad.ledger.analysis;

import dev.triad.ledger.costgame.Band;
import dev.triad.ledger.costgame.CostGame;
import dev.triad.ledger.costgame.Pool;
import dev.triad.ledger.costgame.PoolShares;
import dev.triad.ledger.costgame.SubsidyTests;
import dev.triad.ledger.costgame.Violation;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    CostGameView play(CostGameRequest request) {
        Map<String, BigFraction> revenues = Numbers.notNegative("the revenue", request.revenues());
        List<String> players = List.copyOf(revenues.keySet());
        List<CostGameRequest.PoolRequest> pools = request.pools();
        List<CostGameRequest.CoalitionRequest> coalitions = request.coalitions();
        if (pools != null && coalitions == null) {
            return ofPools(pools, request.ownCosts(), players, revenues);
        }
        if (coalitions != null && pools == null && request.ownCosts() == null) {
            return ofCoalitions(coalitions, players, revenues);
        }
        throw Problems.INVALID_BODY.because(
                "A cost game has either pools, and own costs if need be, or a cost for every coalition.");
    }

    private static CostGameView ofPools(
            List<CostGameRequest.PoolRequest> requested,
            @Nullable Map<String, String> ownCosts,
            List<String> players,
            Map<String, BigFraction> revenues) {
        Map<String, BigFraction> own = ownCosts == null ? Map.of() : Numbers.notNegative("the own cost", ownCosts);
        requirePlayers("ownCosts", own.keySet(), players);
        List<Pool> pools = requested.stream().map(pool -> pool(pool, players)).toList();
        return view(
                CostGame.ofPools(players, own, pools),
                revenues,
                PoolShares.fullyDistributed(players, own, pools, revenues));
    }

    private static Pool pool(CostGameRequest.PoolRequest pool, List<String> players) {
        String where = "the pool " + pool.name();
        Set<String> users = distinct("the users of " + where, pool.users(), players);
        Map<String, BigFraction> usage =
                pool.usage() == null ? Map.of() : Numbers.notNegative("the usage of " + where, pool.usage());
        requirePlayers("the usage of " + where, usage.keySet(), List.copyOf(users));
        return new Pool(pool.name(), Numbers.notNegative("the cost of " + where, pool.cost()), users, usage);
    }

    private static CostGameView ofCoalitions(
            List<CostGameRequest.CoalitionRequest> coalitions,
            List<String> players,
            Map<String, BigFraction> revenues) {
        Map<Set<String>, BigFraction> costs = new HashMap<>();
        for (CostGameRequest.CoalitionRequest coalition : coalitions) {
            String where = "the coalition " + String.join(", ", coalition.players());
            BigFraction cost = Numbers.notNegative("the cost of " + where, coalition.cost());
            if (costs.put(distinct(where, coalition.players(), players), cost) != null) {
                throw Problems.INVALID_BODY.because("There are two costs of " + where + ".");
            }
        }
        try {
            CostGame game = CostGame.ofCoalitions(players, costs);
            return view(game, revenues, byRevenue(game, revenues));
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_BODY.because("In coalitions, " + e.getMessage() + ".");
        }
    }

    /** Without pools there is nothing but revenue, or nothing at all, to distribute the whole by. */
    private static Map<String, BigFraction> byRevenue(CostGame game, Map<String, BigFraction> revenues) {
        Pool whole = new Pool("all", game.total(), Set.copyOf(game.players()), Map.of());
        return PoolShares.fullyDistributed(game.players(), Map.of(), List.of(whole), revenues);
    }

    private static CostGameView view(
            CostGame game, Map<String, BigFraction> revenues, Map<String, BigFraction> distributed) {
        BigFraction revenue = Fractions.sum(revenues.values());
        List<Violation> violations = SubsidyTests.violations(game, revenues);
        return new CostGameView(
                Fractions.format(game.total()),
                Fractions.format(revenue),
                Fractions.format(revenue.subtract(game.total())),
                violations.isEmpty(),
                players(game, revenues, distributed),
                violations.size(),
                violations.stream()
                        .limit(VIOLATIONS_MAX)
                        .map(violation -> new CostGameView.ViolationView(
                                violation.coalition(), violation.test().code(), Fractions.format(violation.amount())))
                        .toList());
    }

    private static List<CostGameView.PlayerView> players(
            CostGame game, Map<String, BigFraction> revenues, Map<String, BigFraction> distributed) {
        Map<String, BigFraction> shapley = game.shapley();
        List<CostGameView.PlayerView> players = new ArrayList<>();
        for (int player = 0; player < game.players().size(); player++) {
            String name = game.players().get(player);
            BigFraction revenue = of(revenues, name);
            players.add(new CostGameView.PlayerView(
                    name,
                    Fractions.format(revenue),
                    Fractions.format(game.standAlone(player)),
                    Fractions.format(game.incremental(player)),
                    Fractions.format(of(distributed, name)),
                    Fractions.format(of(shapley, name)),
                    Band.of(revenue, game.incremental(player), of(distributed, name), game.standAlone(player))
                            .code()));
        }
        return players;
    }

    private static BigFraction of(Map<String, BigFraction> numbers, String player) {
        return numbers.getOrDefault(player, BigFraction.ZERO);
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
