package dev.triad.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often the broker is asked, on a clock that stands still unless a test moves it. */
class RecentIntakeTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicLong asked = new AtomicLong();
    private final RecentIntake intake = new RecentIntake(
            () -> List.of(PartitionPosition.of("triad.sales", 0, asked.incrementAndGet(), 10L)), nanos::get);

    @Test
    void asksOnceASecondHoweverManyLook() throws InterruptedException {
        // Given
        IntakeView first = intake.view();

        // When
        nanos.addAndGet(RecentIntake.FRESH.toNanos() - 1);
        IntakeView sameSecond = intake.view();
        nanos.addAndGet(1);
        IntakeView next = intake.view();

        // Then
        assertThat(sameSecond).isEqualTo(first);
        assertThat(next.posted()).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void addsUpThePartitions() throws InterruptedException {
        IntakeView view = new RecentIntake(
                        () -> List.of(
                                PartitionPosition.of("triad.sales", 0, 7, 10L),
                                PartitionPosition.of("triad.usage", 1, 5, 4L)),
                        nanos::get)
                .view();

        assertThat(view.posted()).isEqualTo(12);
        assertThat(view.lag()).isEqualTo(3);
        assertThat(view.partitions()).extracting(PartitionPosition::lag).containsExactly(3L, 0L);
    }

    @Test
    void doesNotKnowTheLagOfAllWhenThatOfOneIsUnknown() throws InterruptedException {
        IntakeView view = new RecentIntake(
                        () -> List.of(
                                PartitionPosition.of("triad.sales", 0, 7, 10L),
                                PartitionPosition.of("triad.usage", 1, 5, null)),
                        nanos::get)
                .view();

        assertThat(view.posted()).isEqualTo(12);
        assertThat(view.lag()).isNull();
    }
}
