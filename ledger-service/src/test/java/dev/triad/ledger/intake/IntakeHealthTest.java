package dev.triad.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class IntakeHealthTest {
    private final IntakeState state = new IntakeState();

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
