package dev.triad.simulation.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The scenarios that a service runs.
 *
 * @param all in the order of the configuration; no group is named twice
 */
public record Scenarios(List<Scenario> all) {
    public Scenarios {
        all = List.copyOf(all);
        Set<String> groups = new HashSet<>();
        for (Scenario scenario : all) {
            if (!groups.add(scenario.group())) {
                throw new ScenarioException("triad.scenarios names " + scenario.group() + " twice");
            }
        }
    }
}
