package dev.triad.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class IntakeHealthTest {
    private final AtomicLong nanos = new AtomicLong();
    private final IntakeState state = new IntakeState(nanos::get);

    @Test
    void isNotReadyBeforeTheBrokerHasSaidWhatToRead() {
        assertThat(readiness()).isEqualTo(Status.DOWN);

        state.joined();

        assertThat(readiness()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyOnceTheBrokerHasGivenItUp() {
        state.joined();
        state.lost();

        assertThat(readiness()).isEqualTo(Status.DOWN);
    }

    @Test
    void isNotReadyWhileBatchesFailAndAliveAllTheSame() {
        state.joined();
        state.failing("the database is away");

        assertThat(readiness()).isEqualTo(Status.DOWN);
        assertThat(new IntakeHealth.Live(state).call().getStatus()).isEqualTo(Status.UP);

        state.working();

        assertThat(readiness()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWhileABatchHangs() {
        state.joined();
        IntakeState.Batch hanging = state.batch();
        assertThat(readiness()).isEqualTo(Status.UP);

        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        state.batch().close();

        assertThat(readiness()).isEqualTo(Status.DOWN);
        hanging.close();
        assertThat(readiness()).isEqualTo(Status.UP);
    }

    @Test
    void isDeadWhenOnlyARestartHelps() {
        state.joined();
        state.stopped("the books went back in time");

        assertThat(readiness()).isEqualTo(Status.DOWN);
        assertThat(new IntakeHealth.Live(state).call().getStatus()).isEqualTo(Status.DOWN);
    }

    private Status readiness() {
        return new IntakeHealth.Ready(state).call().getStatus();
    }
}
