package dev.triad.ledger.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether batches reach the books. A database that is away makes the ledger not ready, but not dead. */
public final class IntakeHealth {
    private static final String NAME = "intake";

    private IntakeHealth() {}

    /** Not ready while batches fail. */
    @Readiness
    @ApplicationScoped
    public static class Ready implements HealthCheck {
        private final IntakeState state;

        Ready(IntakeState state) {
            this.state = state;
        }

        @Override
        public HealthCheckResponse call() {
            String failure = state.failure();
            var response = HealthCheckResponse.named(NAME).status(failure == null);
            return (failure == null ? response : response.withData("reason", failure)).build();
        }
    }

    /** Dead only when nothing but a restart helps. */
    @Liveness
    @ApplicationScoped
    public static class Live implements HealthCheck {
        private final IntakeState state;

        Live(IntakeState state) {
            this.state = state;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named(NAME).status(!state.isFatal()).build();
        }
    }
}
