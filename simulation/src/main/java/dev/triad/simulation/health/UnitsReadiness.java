package dev.triad.simulation.health;

import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.Simulation;
import dev.triad.simulation.runner.UnitStatus;
import dev.triad.simulation.startup.Recovery;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the service has caught up with the log and no simulation has failed. It is ready while the
 * history is still being produced: commands are served then.
 */
@Readiness
@Singleton
public class UnitsReadiness implements HealthCheck {
    private final Recovery recovery;
    private final Simulation simulation;

    UnitsReadiness(Recovery recovery, Simulation simulation) {
        this.recovery = recovery;
        this.simulation = simulation;
    }

    @Override
    public HealthCheckResponse call() {
        boolean up = recovery.isDone();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("triad-units");
        for (HostedUnit<?> unit : simulation.units()) {
            UnitStatus.Phase phase = simulation.status(unit.source()).phase();
            up &= phase != UnitStatus.Phase.FAILED;
            response.withData(unit.source().toString(), phase.name().toLowerCase(Locale.ROOT));
        }
        return response.status(up).build();
    }
}
