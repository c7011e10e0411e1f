package dev.triad.ledger.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.ledger.request.LogLines;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimerTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void goesOnAfterAFailure() {
        AtomicInteger times = new AtomicInteger();

        try (Timer _ = Timer.start("failing", PAUSE, () -> {
            times.incrementAndGet();
            throw new IllegalStateException("each time");
        })) {
            await().untilAtomic(times, count -> assertThat(count).isGreaterThan(3));
        }
    }

    @Test
    void aFailureIsSaidOnceAndSoIsItsEnd() {
        AtomicInteger times = new AtomicInteger();

        try (LogLines log = new LogLines();
                Timer _ = Timer.start("disturbed", PAUSE, () -> {
                    if (times.incrementAndGet() <= 3) {
                        throw new IOException("for a while");
                    }
                })) {
            await().untilAtomic(times, count -> assertThat(count).isGreaterThan(5));

            assertThat(log.beginning("timer fails and goes on name=disturbed")).hasSize(1);
            assertThat(log.beginning("timer goes well again name=disturbed")).hasSize(1);
        }
    }

    @Test
    void itsEndInterruptsWhatRuns() {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Timer timer = Timer.start("waiting", PAUSE, () -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        await().until(() -> running.getCount() == 0);

        timer.close();

        await().untilTrue(interrupted);
    }
}
