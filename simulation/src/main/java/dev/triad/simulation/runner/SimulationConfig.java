package dev.triad.simulation.runner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the simulation of a service is run; a scenario's own values apply where nothing is set. */
@ConfigMapping(prefix = "triad.simulation")
public interface SimulationConfig {
    /** Whether virtual hours are run at all; commands are served either way. */
    @WithDefault("true")
    boolean enabled();

    /** How many days of history are produced at the first start, instead of the scenario's. */
    Optional<Integer> historyDays();

    /** Virtual seconds a wall-clock second at the first start, instead of the scenario's. */
    Optional<Long> speed();

    /** The seed at the first start, instead of the scenario's. */
    Optional<Long> seed();
}
