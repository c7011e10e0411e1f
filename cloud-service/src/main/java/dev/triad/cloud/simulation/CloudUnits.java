package dev.triad.cloud.simulation;

import dev.triad.events.Topics;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.HostedUnits;
import dev.triad.simulation.runner.UnitObserver;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clouds that this service hosts, one for every scenario. */
@Singleton
public class CloudUnits implements HostedUnits {
    private final List<HostedUnit<?>> units = new ArrayList<>();

    CloudUnits(Scenarios scenarios) {
        for (Scenario scenario : scenarios.all()) {
            units.add(new HostedUnit<>(scenario, new CloudModel(scenario), UnitObserver.NONE));
        }
    }

    @Override
    public List<HostedUnit<?>> units() {
        return List.copyOf(units);
    }

    @Override
    public Set<String> commandTopics() {
        return Set.of(Topics.USAGE);
    }
}
