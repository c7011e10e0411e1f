package dev.triad.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation is worth something because it finds what is known to be wrong. */
class PlantedFlawsTest {
    private static final int SEEDS_MAX = 400;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFlawBreaksAnInvariant(Flaw flaw) {
        assertThat(seedsUntilFound(flaw)).as("seeds until %s was found", flaw).isLessThan(SEEDS_MAX);
    }

    private static int seedsUntilFound(Flaw flaw) {
        int seed = 0;
        while (seed < SEEDS_MAX && holds(seed, flaw)) {
            seed++;
        }
        return seed;
    }

    private static boolean holds(long seed, Flaw flaw) {
        try {
            Seeds.run(seed, flaw);
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }
}
