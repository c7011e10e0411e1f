package dev.triad.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.Source;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
    private static final double FIRST_SHARE = 0.18079597019268334;
    private static final Source STORE = new Source("amazon", "store");

    @Property(tries = 50)
    void dependsOnSeedUnitAndTickAlone(@ForAll long seed, @ForAll @LongRange(min = 0, max = 100_000) long tick) {
        double first = Chance.of(seed, STORE, tick).share();

        assertThat(Chance.of(seed, STORE, tick).share()).isEqualTo(first);
        assertThat(Chance.of(seed + 1, STORE, tick).share()).isNotEqualTo(first);
        assertThat(Chance.of(seed, STORE, tick + 1).share()).isNotEqualTo(first);
        assertThat(Chance.of(seed, new Source("amazon", "cloud"), tick).share()).isNotEqualTo(first);
    }

    @Test
    void drawsTheSameOnEveryPlatform() {
        // The number is part of the contract: with another one, old logs could not be told again.
        assertThat(Chance.of(20260101, STORE, 0).share()).isEqualTo(FIRST_SHARE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 3, 29, 31, 95, 399, 400, 10_000})
    void countsAroundTheMean(double mean) {
        Chance chance = Chance.of(7, STORE, 1);
        int draws = 2_000;

        double average =
                IntStream.range(0, draws).map(_ -> chance.count(mean)).average().orElseThrow();

        // Five standard errors of a Poisson mean.
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(mean / draws) + 1e-9));
    }

    @Property(tries = 100)
    void aCountIsNeverNegative(@ForAll @DoubleRange(min = 0, max = 1_000) double mean, @ForAll long seed) {
        assertThat(Chance.of(seed, STORE, 3).count(mean)).isNotNegative();
    }

    @Test
    void picksByWeight() {
        Chance chance = Chance.of(7, STORE, 2);
        double[] weights = {0, 3, 1};

        long second = IntStream.range(0, 4_000)
                .filter(_ -> chance.oneOf(weights) == 1)
                .count();

        assertThat(second).isBetween(2_850L, 3_150L);
    }

    @Test
    void aNumberBetweenTwoReachesBoth() {
        Chance chance = Chance.of(7, STORE, 4);
        assertThat(IntStream.range(0, 200)
                        .map(_ -> chance.between(2, 4))
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4);
    }
}
