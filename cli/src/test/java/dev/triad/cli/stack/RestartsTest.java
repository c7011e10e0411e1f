package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        assertThat(IntStream.range(0, Restarts.MOST)
                        .mapToObj(i -> restarts.next(NOW).orElseThrow().toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(restarts.next(NOW)).isEmpty();
    }

    @Test
    void beginsAnewAfterAQuietTime() {
        restarts.next(NOW);
        restarts.next(NOW);

        Instant later = NOW.plus(Restarts.FORGOTTEN_AFTER).plusSeconds(1);

        assertThat(restarts.next(later)).contains(Duration.ofSeconds(1));
        assertThat(restarts.total()).isEqualTo(3);
    }
}
