package dev.triad.ledger.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What intake says of itself, for whoever cannot ask for its health. */
@Singleton
@Startup
class IntakeMetrics {
    IntakeMetrics(IntakeState state, LagWatch lag, MeterRegistry registry) {
        Gauge.builder("triad.ledger.ready", () -> state.failure() == null && lag.failure() == null ? 1 : 0)
                .description("1 when batches reach the books and these keep up with the log, else 0")
                .register(registry);
        Gauge.builder("triad.ledger.halted", () -> state.isFatal() ? 1 : 0)
                .description("1 when intake stands still until the ledger is started again, else 0")
                .register(registry);
    }
}
