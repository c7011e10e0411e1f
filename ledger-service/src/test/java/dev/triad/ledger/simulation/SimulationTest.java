package dev.triad.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The books hold in every world. {@code -Dsimulation.first} is the first seed, {@code -Dsimulation.seeds} how many
 * there are, {@code -Dsimulation.seconds} how long that may take.
 */
class SimulationTest {
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);
    private static final Duration LONGEST = Duration.ofSeconds(Long.getLong("simulation.seconds", 22));

    /** A world that stands still must not keep everybody waiting. */
    private static final long SECONDS_MAX = 900;

    /** Enough for every kind of trouble to come up. */
    private static final long TELLING = 100;

    @Test
    @Timeout(value = SECONDS_MAX, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theBooksHoldWhateverBefallsTheLedgers() {
        long begun = System.nanoTime();
        long seed = FIRST;
        long commits = 0;
        long steps = 0;
        int halts = 0;
        int rewinds = 0;
        int closings = 0;
        long late = 0;
        for (; seed < FIRST + SEEDS && System.nanoTime() - begun < LONGEST.toNanos(); seed++) {
            World.Outcome outcome = Seeds.run(seed, Flaw.NONE);
            commits += outcome.commits();
            steps += outcome.steps();
            halts += outcome.halts();
            rewinds += outcome.rewinds();
            closings += outcome.closings();
            late += outcome.late();
        }
        System.out.printf(
                "simulation worlds=%d steps=%d commits=%d halts=%d rewinds=%d closings=%d late=%d millis=%d%n",
                seed - FIRST,
                steps,
                commits,
                halts,
                rewinds,
                closings,
                late,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());

        assertThat(commits).isPositive();
        if (seed - FIRST > TELLING) {
            assertThat(rewinds).as("databases that went back in time").isPositive();
            assertThat(closings).as("periods that were closed").isPositive();
            assertThat(late).as("entries that were late").isPositive();
            assertThat(halts).as("ledgers that noticed").isPositive();
        }
    }

    @Test
    void aSeedIsTheSameWorldAgain() {
        assertThat(Seeds.run(FIRST + 7, Flaw.NONE)).isEqualTo(Seeds.run(FIRST + 7, Flaw.NONE));
    }
}
