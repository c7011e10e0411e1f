package dev.triad.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private final Visibility visibility = new Visibility();

    @Test
    void anEventIsVisibleWhenItsAccountShowsAsManyPostings() {
        // Given
        send("a", 0);
        send("a", 10);
        send("b", 20);

        // When
        visibility.answered(Map.of("a", 1L), millis(30));
        visibility.answered(Map.of("a", 2L, "b", 1L), millis(50));

        // Then
        assertThat(visibility.open()).isZero();
        assertThat(visibility.micros().getTotalCount()).isEqualTo(3);
        assertThat(visibility.micros().getCountBetweenValues(30_000, 30_031)).isEqualTo(2);
        assertThat(visibility.micros().getCountBetweenValues(40_000, 40_031)).isEqualTo(1);
    }

    @Test
    void whatIsNotShownYetIsOpen() {
        // Given
        send("a", 0);
        send("a", 10);

        // When
        visibility.answered(Map.of("a", 1L), millis(30));
        visibility.answered(Map.of("a", 1L), millis(40));

        // Then
        assertThat(visibility.open()).isOne();
        assertThat(visibility.micros().getTotalCount()).isOne();
    }

    @Test
    void anEventThatIsSentAgainIsNotAwaitedAgain() {
        // Given
        UUID event = UUID.randomUUID();
        visibility.sending("a", event, 0);

        // When
        visibility.sending("a", event, millis(5));
        visibility.answered(Map.of("a", 1L), millis(10));

        // Then
        assertThat(visibility.open()).isZero();
        assertThat(visibility.micros().getTotalCount()).isOne();
    }

    @Test
    void theWarmUpIsNotTimed() {
        // Given
        visibility.sending("a", UUID.randomUUID(), Visibility.UNTIMED);
        send("a", 10);

        // When
        visibility.answered(Map.of("a", 2L), millis(20));

        // Then
        assertThat(visibility.open()).isZero();
        assertThat(visibility.micros().getTotalCount()).isOne();
        assertThat(visibility.micros().getMaxValue()).isBetween(10_000L, 10_008L);
    }

    private void send(String account, long dueMillis) {
        visibility.sending(account, UUID.randomUUID(), millis(dueMillis));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
