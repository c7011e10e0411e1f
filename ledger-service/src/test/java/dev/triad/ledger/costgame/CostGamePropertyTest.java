package dev.triad.ledger.costgame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.fraction.Fractions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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
        assertThat(SubsidyTests.of(pools.game(), pools.game().shapley()).violations())
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
        List<Violation> violations = SubsidyTests.of(game, revenues).violations();

        // Then
        assertThat(complements(violations, Violation.Test.STAND_ALONE_COST, game))
                .isEqualTo(amounts(violations, Violation.Test.INCREMENTAL_COST));
    }

    /** Thirteen players and more are tested in closed form; for fewer, it must say what enumeration says of them. */
    @Property(tries = TRIES)
    void closedFormAndEnumerationAgreeOnEveryPlayer(
            @ForAll("pools") Games.PoolGame pools, @ForAll("weights") List<BigFraction> weights) {
        // Given: two players at least, as the whole is no coalition; the same pools, and a dozen more players who use
        // nothing and pay nothing
        Assume.that(pools.players().size() > 1);
        Map<String, BigFraction> revenues = Games.byPlayer(pools.players(), weights);
        List<String> many = new ArrayList<>(pools.players());
        for (int i = 0; i < CostGame.PLAYERS_MAX; i++) {
            many.add("idle-" + i);
        }

        // When
        SubsidyTests few = SubsidyTests.of(pools.players(), pools.own(), pools.pools(), revenues);
        SubsidyTests closed = SubsidyTests.of(many, pools.own(), pools.pools(), revenues);

        // Then
        assertThat(few.ofEveryCoalition()).isTrue();
        assertThat(closed.ofEveryCoalition()).isFalse();
        assertThat(closed.cost()).isEqualTo(few.cost());
        assertThat(closed.players()).containsAll(few.players());
        assertThat(ofOne(closed)).isEqualTo(ofOne(few));
    }

    private static Map<Set<String>, BigFraction> ofOne(SubsidyTests tests) {
        return tests.violations().stream()
                .filter(violation -> violation.coalition().size() == 1)
                .collect(Collectors.toMap(
                        violation -> Set.of(
                                violation.coalition().getFirst(),
                                violation.test().code()),
                        Violation::amount));
    }

    @Provide
    Arbitrary<Games.PoolGame> capacities() {
        return Games.ofCapacities();
    }

    /** Serving more together is never dearer than apart, so somebody always gains and Shapley charges always pass. */
    @Property(tries = TRIES)
    void sharingACapacitySavesEverybodySomething(@ForAll("capacities") Games.PoolGame pools) {
        CostGame game = pools.game();

        assertThat(Fractions.sum(game.shapley().values())).isEqualTo(game.total());
        for (int player = 0; player < game.players().size(); player++) {
            assertThat(game.standAlone(player)).isGreaterThanOrEqualTo(game.incremental(player));
        }
    }

    @Property(tries = TRIES)
    void withoutEconomiesOfScaleACapacityCostsByUseAlone(@ForAll("capacities") Games.PoolGame pools) {
        // Given
        EconomiesOfScale none = new EconomiesOfScale(BigDecimal.ONE);
        List<Pool> flat = pools.pools().stream()
                .map(pool -> new Pool(pool.name(), pool.cost(), pool.users(), pool.usage(), none))
                .toList();

        // Then
        assertThat(CostGame.ofPools(pools.players(), pools.own(), flat).shapley())
                .isEqualTo(PoolShares.fullyDistributed(pools.players(), pools.own(), flat, Map.of()));
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
