package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandOverTest {
    private final HandOver handOver = new HandOver(10);

    @Test
    void whatNobodyWantsIsOnlyCounted() {
        // When
        handOver.offer(Bookings.committed(4, 0, 0));
        handOver.want(true);
        handOver.offer(Bookings.committed(2, 0, 0));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.unwanted()).isEqualTo(4);
        assertThat(handed.entries()).hasSize(2);
        assertThat(handOver.drain().unwanted()).isZero();
    }

    @Test
    void whatIsTooMuchIsCountedAndLetGo() {
        // Given
        handOver.want(true);

        // When
        handOver.offer(Bookings.committed(8, 0, 0));
        handOver.offer(Bookings.committed(3, 0, 0));
        handOver.offer(Bookings.committed(2, 0, 0));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.entries()).hasSize(10);
        assertThat(handed.overrun()).isEqualTo(3);
    }

    @Test
    void whatARatePricedAnewBeyondWhatIsShownIsCounted() {
        // Given
        handOver.want(true);

        // When
        handOver.offer(Bookings.committed(1, 2, 500_000));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.entries()).hasSize(3);
        assertThat(handed.repriced()).isEqualTo(499_998);
        assertThat(handed.overrun()).isZero();
    }
}
