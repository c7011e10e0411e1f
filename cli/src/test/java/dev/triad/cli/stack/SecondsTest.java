package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {
    @Test
    void hasOneDecimal() {
        assertThat(Seconds.of(Duration.ofMillis(2_149))).isEqualTo("2.1 s");
    }

    @ParameterizedTest
    @CsvSource({"PT5S,5 s", "PT4M5S,4 min 5 s", "PT3H4M5S,3 h 4 min", "P2DT3H4M,2 d 3 h"})
    void showsTheTwoLargestUnits(Duration duration, String shown) {
        assertThat(Seconds.longer(duration)).isEqualTo(shown);
    }
}
