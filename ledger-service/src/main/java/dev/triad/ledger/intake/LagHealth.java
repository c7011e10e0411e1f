package dev.triad.ledger.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the broker answers, and the books keep up with the log. A ledger that lags is not ready, but not dead. */
@Readiness
@ApplicationScoped
public class LagHealth implements HealthCheck {
    private final LagWatch watch;

    LagHealth(LagWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = watch.failure();
        Long lag = watch.lag();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("lag").status(failure == null).withData("recordsMax", watch.lagMax());
        if (lag != null) {
            response.withData("records", lag);
        }
        return (failure == null ? response : response.withData("reason", failure)).build();
    }
}
