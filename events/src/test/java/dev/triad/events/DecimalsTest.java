package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.00", "12.50", "007", "999999999999999999.999999999999999999"})
    void aDecimalStringIsItsNumberWithAllItsDecimals(String text) {
        assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.",
                ".5",
                "+1",
                "--1",
                "1e3",
                "1E-3",
                "1000000000000000000",
                "0.0000000000000000001",
                "NaN",
                "Infinity",
                "0x1F",
                "1 ",
                " 1",
                "1\n",
                "1,5",
                "1_0",
                "1.2.3",
                "1-2",
                "١",
                "１"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> Decimals.parse(text))
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.FIELD);
    }

    @Property(tries = 10_000)
    void aDecimalIsWhatTheSchemaSaysAndWhatTheJdkReads(@ForAll("nearlyDecimals") String text) {
        String pattern = ContractSchemas.schema(EventType.COST_INCURRED)
                .at("/$defs/decimal/pattern")
                .asText();

        BigDecimal parsed = parsed(text);

        assertThat(parsed != null).isEqualTo(text.matches(pattern));
        if (parsed != null) {
            assertThat(parsed).isEqualTo(new BigDecimal(text));
        }
    }

    @Property
    void aPartOfABufferIsReadAsIfItStoodAlone(@ForAll("nearlyDecimals") String text) {
        char[] buffer = ("9" + text + "9").toCharArray();

        try {
            assertThat(Decimals.parse("n", buffer, 1, text.length())).isEqualTo(parsed(text));
        } catch (InvalidEventException e) {
            assertThat(parsed(text)).isNull();
        }
    }

    @Provide
    Arbitrary<String> nearlyDecimals() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(20);
        Arbitrary<String> whole = digits.flatMap(before -> digits.map(after -> before + "." + after));
        Arbitrary<String> odd = Arbitraries.strings().withChars("019.-+eE \n").ofMaxLength(8);
        return Arbitraries.oneOf(digits, whole, whole.map(text -> "-" + text), odd);
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            return Decimals.parse(text);
        } catch (InvalidEventException e) {
            return null;
        }
    }
}
