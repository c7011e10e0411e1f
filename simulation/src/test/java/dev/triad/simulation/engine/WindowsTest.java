package dev.triad.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.Source;
import dev.triad.simulation.scenario.DailyShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Settings SETTINGS = new Settings(BigDecimal.ONE, 600, false, 1);

    @Test
    void theWindowsOfADayCoverItOnce() {
        DailyShape shape = new DailyShape(
                IntStream.range(0, 24).mapToObj(BigDecimal::valueOf).toList(), null, "for the test");
        double sum = IntStream.range(24, 48)
                .mapToObj(WindowsTest::tick)
                .filter(tick -> Windows.endsWith(tick, 6, 0))
                .mapToDouble(tick -> Windows.share(tick, 6, shape))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void severalTakeTurns() {
        for (int turn = 0; turn < 4; turn++) {
            int which = turn;
            assertThat(IntStream.range(0, 24).filter(hour -> Windows.endsWith(tick(hour), 4, which)))
                    .hasSize(6);
        }
    }

    @Test
    void noWindowReachesBackBeforeTheStart() {
        assertThat(Windows.covered(tick(1), 4)).isEqualTo(2);
        assertThat(Windows.covered(tick(9), 4)).isEqualTo(4);
    }

    @Test
    void theLabelTellsTheHours() {
        assertThat(Windows.label(4)).isEqualTo("PT4H");
        assertThat(Windows.hours(Map.of(Windows.LABEL, "PT4H"))).isEqualTo(4);
        assertThat(Windows.hours(Map.of())).isEqualTo(1);
        assertThat(List.of("nonsense", "PT0S", "PT-5H"))
                .allSatisfy(label ->
                        assertThat(Windows.hours(Map.of(Windows.LABEL, label))).isEqualTo(1));
        assertThat(Windows.hours(Map.of(Windows.LABEL, "P9999D"))).isEqualTo(24);
    }

    private static Tick tick(long number) {
        return Tick.of(new Source("amazon", "cloud"), number, Instant.parse("2026-01-01T00:00:00Z"), SETTINGS);
    }
}
