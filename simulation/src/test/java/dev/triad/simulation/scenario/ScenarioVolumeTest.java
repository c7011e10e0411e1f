package dev.triad.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.testing.ScenarioTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/units.md says that the four companies come to; the services' tests hold its numbers to the models. */
class ScenarioVolumeTest {
    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay", "google", "microsoft"})
    void aRowOfTheTableAddsUp(String group) {
        long sum = Stream.of("store", "cloud", "device")
                .mapToLong(unit -> ScenarioTable.events(group, unit))
                .sum();

        assertThat(ScenarioTable.events(group, "together")).isCloseTo(sum, within(3 * ScenarioTable.ROUNDING));
    }

    @Test
    void theThreeOthersTogetherAddNoMoreThanAmazonItself() {
        long others = Stream.of("ebay", "google", "microsoft")
                .mapToLong(group -> ScenarioTable.events(group, "together"))
                .sum();

        assertThat(others).isLessThanOrEqualTo(ScenarioTable.events("amazon", "together"));
    }
}
