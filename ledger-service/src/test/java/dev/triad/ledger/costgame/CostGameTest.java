package dev.triad.ledger.costgame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostGameTest {
    @Test
    void aCoalitionWithoutACostIsNamed() {
        assertThatThrownBy(() -> CostGame.ofCoalitions(
                        List.of("a", "b"), Map.of(Set.of("a"), BigFraction.ONE, Set.of("b"), BigFraction.ONE)))
                .hasMessage("there is no cost of serving a, b");
    }

    @Test
    void moreThanTwelvePlayersAreTooMany() {
        assertThatThrownBy(() -> CostGame.ofPools(Games.players(13), Map.of(), List.of()))
                .hasMessage("a cost game has 1 to 12 players, not 13");
    }

    @Test
    void aPoolIsDistributedByUsageThenByRevenueAndElseEqually() {
        // Given
        List<String> players = List.of("a", "b");
        Pool used = pool(Map.of("a", new BigFraction(1), "b", new BigFraction(3)));
        Pool unknown = pool(Map.of());
        Map<String, BigFraction> revenues = Map.of("a", new BigFraction(3), "b", new BigFraction(9));

        // Then
        assertThat(PoolShares.fullyDistributed(players, Map.of(), List.of(used), Map.of()))
                .containsEntry("b", new BigFraction(9));
        assertThat(PoolShares.fullyDistributed(players, Map.of(), List.of(unknown), revenues))
                .containsEntry("a", new BigFraction(3));
        assertThat(PoolShares.fullyDistributed(players, Map.of(), List.of(unknown), Map.of()))
                .containsEntry("a", new BigFraction(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2000000000", "1e-2000000000", "0.49", "1.01"})
    void aProgressRatioThatIsNoneIsRefusedWithoutBeingWrittenOut(String ratio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EconomiesOfScale(new BigDecimal(ratio)))
                .withMessageMatching("a progress ratio is from 0.5 to 1, not .{1,20}");
    }

    @Test
    void aHalfOfACapacityCostsMoreThanHalfOfIt() {
        // Given: each doubling brings the unit cost down to 80 per cent, so half the volume costs 0.5 / 0.8 of the
        // whole
        EconomiesOfScale scale = new EconomiesOfScale(new BigDecimal("0.8"));
        Pool capacity = new Pool(
                "capacity",
                new BigFraction(80),
                Set.of("a", "b"),
                Map.of("a", BigFraction.ONE, "b", BigFraction.ONE),
                scale);

        // When
        CostGame game = CostGame.ofPools(List.of("a", "b"), Map.of(), List.of(capacity));

        // Then
        assertThat(game.total()).isEqualTo(new BigFraction(80));
        assertThat(game.standAlone(0)).isEqualTo(new BigFraction(50));
        assertThat(game.incremental(0)).isEqualTo(new BigFraction(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.49", "1.01", "-1"})
    void aProgressRatioIsFromAHalfToOne(String ratio) {
        assertThatThrownBy(() -> new EconomiesOfScale(new BigDecimal(ratio)))
                .hasMessage("a progress ratio is from 0.5 to 1, not " + ratio);
    }

    @Test
    void aCapacityNeedsTheUsageOfItsUsers() {
        assertThatThrownBy(() -> new Pool(
                        "p", BigFraction.ONE, Set.of("a"), Map.of(), new EconomiesOfScale(new BigDecimal("0.85"))))
                .hasMessageContaining("the pool p has a progress ratio, and so needs the usage of its users");
    }

    private static Pool pool(Map<String, BigFraction> usage) {
        return Pool.fixed("pool", new BigFraction(12), Set.of("a", "b"), usage);
    }

    @ParameterizedTest
    @CsvSource({
        "1, DEFINITE_RECIPIENT",
        "2, POTENTIAL_RECIPIENT",
        "3, POTENTIAL_RECIPIENT",
        "4, NEITHER",
        "5, POTENTIAL_SOURCE",
        "8, POTENTIAL_SOURCE",
        "9, DEFINITE_SOURCE"
    })
    void aRevenueHasItsBand(int revenue, Band band) {
        assertThat(Band.of(new BigFraction(revenue), new BigFraction(2), new BigFraction(4), new BigFraction(8)))
                .isEqualTo(band);
    }
}
