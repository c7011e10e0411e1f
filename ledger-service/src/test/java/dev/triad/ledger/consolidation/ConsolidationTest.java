package dev.triad.ledger.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.account.IncomeLine;
import dev.triad.ledger.provision.ExampleBooks;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
    private static final List<String> UNITS = List.of("cloud", "device", "store");

    @Test
    void whatUnitsChargeEachOtherEliminatesToNothing() {
        // When
        Consolidation consolidation = Consolidation.of(UNITS, ExampleBooks.balances());

        // Then
        assertThat(consolidation.isEliminated()).isTrue();
        assertThat(consolidation.eliminations())
                .contains(new Consolidation.Elimination(
                        "cloud", "store", of(13), of(13), of(13), of(13), BigInteger.ZERO));
        assertThat(consolidation.eliminated().operatingIncome()).isZero();
        assertThat(consolidation.consolidated().amount(IncomeLine.INTERSEGMENT_REVENUE))
                .isZero();
    }

    @Test
    void theUnitsIncomesSumToTheGroups() {
        // When
        Consolidation consolidation = Consolidation.of(UNITS, ExampleBooks.balances());

        // Then: 76 + 200 + 29 less 10 returned, 151 of cost of sales and 96 of cost pools
        assertThat(consolidation.consolidated().operatingIncome()).isEqualTo(of(48));
        assertThat(consolidation.units().values().stream()
                        .map(Consolidation.Statement::operatingIncome)
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(of(48));
    }

    @Test
    void aPairThatDoesNotMirrorIsShownByHowMuch() {
        Consolidation consolidation = Consolidation.of(
                UNITS,
                Map.of(
                        "cloud:revenue:intersegment:store:compute", of(-13),
                        "store:expenses:intersegment:cloud:compute", of(12),
                        "cloud:assets:intersegment:store", of(13),
                        "store:liabilities:intersegment:cloud", of(-13)));

        assertThat(consolidation.isEliminated()).isFalse();
        assertThat(consolidation.eliminations())
                .singleElement()
                .extracting(Consolidation.Elimination::difference)
                .isEqualTo(BigInteger.ONE);
    }

    private static BigInteger of(long amount) {
        return BigInteger.valueOf(amount);
    }
}
