package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long RECORDS = 1_000;

    private final Pace pace = new Pace(RECORDS, Duration.ofMillis(100));
    private final AtomicLong gone = new AtomicLong();
    private final Thread feeding = new Thread(this::feed);

    @Test
    void keepsAPartForTheFaultAndAPartForAfterwards() throws InterruptedException {
        // Given
        feeding.start();
        await().until(() -> feeding.getState() == Thread.State.WAITING);
        assertThat(gone).hasValue(600);

        // When
        pace.struck();
        await().untilAtomic(gone, value -> assertThat(value).isEqualTo(900));
        await().until(() -> feeding.getState() == Thread.State.WAITING);

        // Then
        pace.over();
        feeding.join();
        assertThat(gone).hasValue(RECORDS);
    }

    private void feed() {
        try {
            for (long number = 0; number < RECORDS; number++) {
                pace.await(number);
                gone.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
