package dev.triad.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LagWatchTest {
    private static final long LAG_MAX = 100;

    private final AtomicLong nanos = new AtomicLong();
    private final LagWatch watch = new LagWatch(LAG_MAX, nanos::get);

    @Test
    void isReadyWhileTheFirstLookIsStillDue() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(watch.isKnown()).isFalse();
    }

    @Test
    void isReadyWithinItsBoundEvenIfTheLagGrows() {
        looks(10, 50, 90, 95, 100, 100);

        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getData().orElseThrow())
                .containsEntry("records", 100L)
                .containsEntry("recordsMax", LAG_MAX);
    }

    @Test
    void isReadyWhileALongLogIsReadForTheFirstTime() {
        looks(1_000_000, 900_000, 800_000, 700_000, 600_000, 500_000);

        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWhenItIsFarBehindAndComesNoNearer() {
        looks(1_000, 1_000, 1_200);
        assertThat(health().getStatus()).isEqualTo(Status.UP);

        looks(1_400);

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.failure()).isEqualTo("the books are more than 100 records behind the log, and come no nearer");

        looks(1_300);

        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWhenNobodyHasSaidForLongHowFarItIs() {
        looks(5);
        nanos.addAndGet(LagWatch.UNKNOWN_LONGEST.toNanos());
        watch.looked(null);
        assertThat(health().getStatus()).isEqualTo(Status.UP);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        watch.looked(null);

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.isKnown()).isFalse();

        looks(5);

        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    private void looks(long... lags) {
        for (long lag : lags) {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            watch.looked(lag);
        }
    }

    private HealthCheckResponse health() {
        return new LagHealth(watch).call();
    }
}
