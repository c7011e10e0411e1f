package dev.triad.cloud.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Duration IDLE_AFTER = Duration.ofSeconds(30);
    private static final long BEGIN = Long.MAX_VALUE - 5;

    private static final String GROUP = "amazon";

    private final Silence silence = new Silence(IDLE_AFTER);

    @BeforeEach
    void await() {
        silence.await(GROUP, List.of("store", "device"), BEGIN);
    }

    @Test
    void whoIsNotHeardOfForLongIsIdle() {
        silence.heard(GROUP, "store", after(10));

        assertThat(silence.idle(GROUP, after(30))).isEmpty();
        assertThat(silence.idle(GROUP, after(31))).containsExactly("device");
        assertThat(silence.idle(GROUP, after(41))).containsExactlyInAnyOrder("store", "device");
    }

    @Test
    void nobodyIsIdleWhileThereIsMoreToRead() {
        silence.heard(GROUP, "store", after(40));
        silence.behind(after(40));

        assertThat(silence.idle(GROUP, after(41))).isEmpty();
        assertThat(silence.idle(GROUP, after(71))).containsExactlyInAnyOrder("store", "device");
    }

    @Test
    void theTimeInWhichNothingIsReadIsNobodysSilence() {
        silence.excuse(Duration.ofSeconds(25).toNanos());

        assertThat(silence.idle(GROUP, after(31))).isEmpty();
        assertThat(silence.idle(GROUP, after(56))).containsExactlyInAnyOrder("store", "device");
    }

    @Test
    void whoIsHeardOfInOneGroupMayBeIdleInAnother() {
        silence.await("google", List.of("device"), BEGIN);

        silence.heard("google", "device", after(20));

        assertThat(silence.idle("google", after(31))).isEmpty();
        assertThat(silence.idle(GROUP, after(31))).containsExactlyInAnyOrder("store", "device");
    }

    private static long after(int seconds) {
        return BEGIN + Duration.ofSeconds(seconds).toNanos();
    }
}
