package dev.triad.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalibratedTest {
    @Test
    void carriesItsWarrant() {
        Calibrated sourced = new Calibrated(new BigDecimal("0.06"), "https://example.org", null, null);
        assertThat(sourced.asDouble()).isEqualTo(0.06);
        assertThat(Calibrated.assumed("3", "a guess").assumption()).isEqualTo("a guess");
    }

    static Stream<Arguments> without() {
        return Stream.of(
                Arguments.of(null, null), Arguments.of("", " "), Arguments.of("https://example.org", "and a guess"));
    }

    @ParameterizedTest
    @MethodSource("without")
    void needsExactlyOneOfSourceAndAssumption(@Nullable String source, @Nullable String assumption) {
        assertThatThrownBy(() -> new Calibrated(BigDecimal.ONE, source, assumption, null))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("needs exactly one of source and assumption");
    }

    @Test
    void aRangeHoldsTheValueAndBelongsToAnAssumption() {
        Calibrated.Range range = new Calibrated.Range(BigDecimal.ONE, BigDecimal.TWO);
        assertThatThrownBy(() -> new Calibrated(BigDecimal.TEN, null, "a guess", range))
                .hasMessage("value 10 lies outside its range");
        assertThatThrownBy(() -> new Calibrated(BigDecimal.ONE, "https://example.org", null, range))
                .hasMessageContaining("range belongs to an assumption");
        assertThatThrownBy(() -> new Calibrated.Range(BigDecimal.TWO, BigDecimal.ONE))
                .hasMessage("range.low must not exceed range.high");
    }
}
