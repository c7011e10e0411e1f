package dev.triad.ledger.costgame;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;

/** Random cost games. */
final class Games {
    /** Pools with their users, and what each player costs beside them. */
    record PoolGame(List<String> players, Map<String, BigFraction> own, List<Pool> pools) {
        CostGame game() {
            return CostGame.ofPools(players, own, pools);
        }
    }

    private Games() {}

    static Arbitrary<BigFraction> amounts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(1, 12))
                .as(BigFraction::new);
    }

    static List<String> players(int count) {
        return IntStream.range(0, count).mapToObj(i -> "player-" + i).toList();
    }

    static Arbitrary<PoolGame> ofPools() {
        return Arbitraries.integers().between(1, 6).flatMap(count -> {
            List<String> players = players(count);
            Arbitrary<Set<String>> users =
                    Arbitraries.of(players).set().ofMinSize(1).ofMaxSize(count);
            Arbitrary<Pool> pool =
                    Combinators.combine(amounts(), users).as((cost, of) -> Pool.fixed("pool", cost, of, Map.of()));
            return Combinators.combine(
                            amounts().list().ofSize(count), pool.list().ofMaxSize(8))
                    .as((own, pools) -> new PoolGame(players, byPlayer(players, own), pools));
        });
    }

    /** Capacities that everybody uses to some extent, and that are cheaper by volume the larger they are. */
    static Arbitrary<PoolGame> ofCapacities() {
        EconomiesOfScale scale = new EconomiesOfScale(new BigDecimal("0.85"));
        return Arbitraries.integers().between(1, 5).flatMap(count -> {
            List<String> players = players(count);
            Arbitrary<Pool> pool = Combinators.combine(
                            amounts(), amounts().list().ofSize(count))
                    .as((cost, usage) -> new Pool(
                            "pool",
                            cost,
                            Set.copyOf(players),
                            byPlayer(
                                    players,
                                    usage.stream()
                                            .map(used -> used.add(BigFraction.ONE))
                                            .toList()),
                            scale));
            return pool.list().ofMaxSize(3).map(pools -> new PoolGame(players, Map.of(), pools));
        });
    }

    /** Any cost for any coalition, however odd. */
    static Arbitrary<CostGame> any() {
        return Arbitraries.integers().between(1, 5).flatMap(count -> {
            List<String> players = players(count);
            return amounts().list().ofSize(Coalition.all(count)).map(costs -> {
                Map<Set<String>, BigFraction> byCoalition = new HashMap<>();
                for (int coalition = 1; coalition <= costs.size(); coalition++) {
                    byCoalition.put(Set.copyOf(Coalition.names(coalition, players)), costs.get(coalition - 1));
                }
                return CostGame.ofCoalitions(players, byCoalition);
            });
        });
    }

    static Map<String, BigFraction> byPlayer(List<String> players, List<BigFraction> amounts) {
        Map<String, BigFraction> byPlayer = new HashMap<>();
        for (int i = 0; i < players.size(); i++) {
            byPlayer.put(players.get(i), amounts.get(i));
        }
        return byPlayer;
    }
}
