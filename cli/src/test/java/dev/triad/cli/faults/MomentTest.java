package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MomentTest {
    /** What is held back until the fault has struck is more than what may be on the books by then. */
    @Property
    void comesWhileTheDrainRuns(@ForAll long seed) {
        Moment moment = Moment.any(new SplittableRandom(seed));

        assertThat(moment.share()).isBetween(0.0, 0.5);
        assertThat(moment.after()).isBetween(Duration.ZERO, Duration.ofMillis(250));
    }
}
