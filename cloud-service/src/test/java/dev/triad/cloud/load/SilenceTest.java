package dev.triad.cloud.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Duration IDLE_AFTER = Duration.ofSeconds(30);
    private static final long BEGIN = Long.MAX_VALUE - 5;

    private final Silence silence = new Silence(IDLE_AFTER);

    @BeforeEach
    void await() {
        silence.await(List.of("store", "device"), BEGIN);
    }

    @Test
    void whoIsNotHeardOfForLongIsIdle() {
        silence.heard("store", after(10));

        assertThat(silence.idle(after(30))).isEmpty();
        assertThat(silence.idle(after(31))).containsExactly("device");
        assertThat(silence.idle(after(41))).containsExactlyInAnyOrder("store", "device");
    }

    @Test
    void nobodyIsIdleWhileThereIsMoreToRead() {
        silence.heard("store", after(40));
        silence.behind(after(40));

        assertThat(silence.idle(after(41))).isEmpty();
        assertThat(silence.idle(after(71))).containsExactlyInAnyOrder("store", "device");
    }

    @Test
    void theTimeInWhichNothingIsReadIsNobodysSilence() {
        silence.excuse(Duration.ofSeconds(25).toNanos());

        assertThat(silence.idle(after(31))).isEmpty();
        assertThat(silence.idle(after(56))).containsExactlyInAnyOrder("store", "device");
    }

    private static long after(int seconds) {
        return BEGIN + Duration.ofSeconds(seconds).toNanos();
    }
}
