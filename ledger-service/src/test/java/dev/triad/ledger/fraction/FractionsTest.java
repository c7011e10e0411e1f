package dev.triad.ledger.fraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.50, -0.5",
        "100, 100",
        "1/6, 1/6",
        "2/4, 0.5",
        "-3/9, -1/3",
        "1.5/4, 0.375",
        "0.1/0000000003, 1/30"
    })
    void readsDecimalsAndFractionsAndWritesThemExactly(String text, String written) {
        assertThat(Fractions.format(Fractions.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1,5",
                "1e9",
                "NaN",
                "1/-2",
                "1/2/3",
                "½",
                "1.",
                "11111111111111111111111111111111111111111"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Fractions.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("is no decimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "0/00"})
    void refusesToDivideByZero(String text) {
        assertThatThrownBy(() -> Fractions.parse(text)).hasMessageContaining("divides by zero");
    }

    @Property
    void whatIsWrittenIsReadAsTheSameNumber(@ForAll int numerator, @ForAll @IntRange(min = 1) int denominator) {
        BigFraction number = new BigFraction(numerator, denominator);

        assertThat(Fractions.parse(Fractions.format(number))).isEqualTo(number);
    }
}
