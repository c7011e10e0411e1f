package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.Asset;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final Asset PENCE = Asset.parse("GBP/2");

    @ParameterizedTest
    @CsvSource({"1,1", "-0.50,-0.50", "8e-07,0.0000008", "1E3,1000", "+4,4"})
    void numbersAreReadAsFilesWriteThem(String text, String value) {
        assertThat(Numbers.decimal("Price", text).toPlainString()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "1 000", "NaN", "0x10", "１２", "--1"})
    void whatIsNoNumberIsRejected(String text) {
        assertThatThrownBy(() -> Numbers.decimal("Price", text))
                .isInstanceOf(RejectedLineException.class)
                .hasMessage("Price is \"" + text + "\", which is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "12345678901234567890123456789012345678901"})
    void aNumberThatWouldCostMoreThanItsTextIsRejected(String text) {
        assertThatThrownBy(() -> Numbers.decimal("Price", text))
                .isInstanceOf(RejectedLineException.class)
                .hasMessage("Price is beyond what an amount can be");
    }

    @Test
    void moneyIsExactOrRejectedOrRoundedHalfEvenWhenAllowed() {
        BigDecimal exact = new BigDecimal("2.500");
        BigDecimal finer = new BigDecimal("2.125");

        assertThat(Numbers.money("Price", exact, PENCE, false)).isEqualTo(exact);
        assertThatThrownBy(() -> Numbers.money("Price", finer, PENCE, false))
                .hasMessage("Price 2.125 has more decimals than GBP/2 keeps; give a finer --asset, or --round");
        assertThat(Numbers.money("Price", finer, PENCE, true)).isEqualByComparingTo("2.12");
    }

    @Test
    void aQuantityKeepsTheDecimalsThatTheContractCarries() {
        assertThat(Numbers.quantity(new BigDecimal("0.12345678901234567850")))
                .isEqualByComparingTo("0.123456789012345678");
        assertThat(Numbers.quantity(new BigDecimal("0.5"))).isEqualTo(new BigDecimal("0.5"));
    }
}
