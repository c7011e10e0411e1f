package dev.triad.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    @ParameterizedTest
    @CsvSource({"-1, 10", "10, 9"})
    void whatMakesNoSenseIsRefusedByTheNamesOfItsSettings(long perSecond, long burst) {
        assertThatThrownBy(() -> new Allowance(perSecond, burst))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("triad.limits.requests-per-second")
                .hasMessageContaining("triad.limits.burst");
    }

    @Test
    void noneIsNoLimit() {
        assertThat(Allowance.NO_LIMIT.isLimited()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, 2000, 10", "3, 10, 4", "1, 1, 1"})
    void whatIsUsedUpComesBackInWholeSeconds(long perSecond, long burst, long seconds) {
        assertThat(new Allowance(perSecond, burst).refill()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
