package dev.triad.ledger.costgame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.fraction.Fractions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;

/** What the theory says, on random games. */
class CostGamePropertyTest {
    private static final int TRIES = 300;

    @Provide
    Arbitrary<Games.PoolGame> pools() {
        return Games.ofPools();
    }

    @Provide
    Arbitrary<CostGame> games() {
        return Games.any();
    }

    @Provide
    Arbitrary<List<BigFraction>> weights() {
        return Games.amounts().map(amount -> amount.add(BigFraction.ONE)).list().ofSize(6);
    }

    @Property(tries = TRIES)
    void shapleyValuesSumToTheCostOfAll(@ForAll("games") CostGame game) {
        assertThat(Fractions.sum(game.shapley().values())).isEqualTo(game.total());
    }

    @Property(tries = TRIES)
    void shapleyValuesOfPoolsAreThoseOfTheClosedForm(@ForAll("pools") Games.PoolGame pools) {
        assertThat(pools.game().shapley()).isEqualTo(PoolShares.shapley(pools.players(), pools.own(), pools.pools()));
    }

    @Property(tries = TRIES)
    void shapleyChargesOfPoolsAreFreeOfCrossSubsidy(@ForAll("pools") Games.PoolGame pools) {
        assertThat(SubsidyTests.violations(pools.game(), pools.game().shapley()))
                .isEmpty();
    }

    @Property(tries = TRIES)
    void fullyDistributedCostSumsToTheCostOfAll(
            @ForAll("pools") Games.PoolGame pools, @ForAll("weights") List<BigFraction> weights) {
        Map<String, BigFraction> revenues = Games.byPlayer(pools.players(), weights);

        assertThat(Fractions.sum(PoolShares.fullyDistributed(pools.players(), pools.own(), pools.pools(), revenues)
                        .values()))
                .isEqualTo(pools.game().total());
    }

    /** When all pay what all cost, the others of whom pays too much pay too little, by the same amount. */
    @Property(tries = TRIES)
    void bothTestsAgreeWhenRevenueEqualsCost(
            @ForAll("games") CostGame game, @ForAll("weights") List<BigFraction> weights) {
        // Given
        Map<String, BigFraction> weight =
                Games.byPlayer(game.players(), weights.subList(0, game.players().size()));
        BigFraction sum = Fractions.sum(weight.values());
        Map<String, BigFraction> revenues = new HashMap<>();
        weight.forEach((player, part) ->
                revenues.put(player, game.total().multiply(part).divide(sum)));

        // When
        List<Violation> violations = SubsidyTests.violations(game, revenues);

        // Then
        assertThat(complements(violations, Violation.Test.STAND_ALONE_COST, game))
                .isEqualTo(amounts(violations, Violation.Test.INCREMENTAL_COST));
    }

    private static Map<Set<String>, BigFraction> amounts(List<Violation> violations, Violation.Test test) {
        return violations.stream()
                .filter(violation -> violation.test() == test)
                .collect(Collectors.toMap(violation -> Set.copyOf(violation.coalition()), Violation::amount));
    }

    private static Map<Set<String>, BigFraction> complements(
            List<Violation> violations, Violation.Test test, CostGame game) {
        Map<Set<String>, BigFraction> complements = new HashMap<>();
        amounts(violations, test).forEach((coalition, amount) -> {
            Set<String> others = new HashSet<>(game.players());
            others.removeAll(coalition);
            complements.put(others, amount);
        });
        return complements;
    }
}
