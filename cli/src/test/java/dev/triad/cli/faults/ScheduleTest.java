package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void theSameSeedGivesTheSameRounds() {
        assertThat(Schedule.seeds(42, 20)).isEqualTo(Schedule.seeds(42, 20)).doesNotHaveDuplicates();
        assertThat(Schedule.seeds(43, 20)).doesNotContainAnyElementsOf(Schedule.seeds(42, 20));
    }

    @Test
    void moreRoundsBeginWithTheSameOnes() {
        assertThat(Schedule.seeds(42, 20)).startsWith(Schedule.seeds(42, 7).toArray(Long[]::new));
    }

    @Test
    void anyRoundCanBeRunAloneByItsSeed() {
        List<Long> seeds = Schedule.seeds(42, 5);

        for (long seed : seeds) {
            assertThat(Schedule.seeds(seed, 1)).containsExactly(seed);
        }
    }

    @Test
    void theSeedDecidesWhenAFaultStrikes() {
        Moment moment = Moment.any(new SplittableRandom(7));

        assertThat(Moment.any(new SplittableRandom(7))).isEqualTo(moment);
        assertThat(Moment.any(new SplittableRandom(8))).isNotEqualTo(moment);
    }
}
