package dev.triad.simulation.scenario;

import java.util.List;

/**
 * The scenarios that a service runs.
 *
 * @param all in the order of the configuration
 */
public record Scenarios(List<Scenario> all) {
    public Scenarios {
        all = List.copyOf(all);
    }
}
