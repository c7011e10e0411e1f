package dev.triad.device.simulation;

import dev.triad.events.Topics;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.HostedUnits;
import dev.triad.simulation.runner.UnitObserver;
import dev.triad.simulation.scenario.DeviceScenario;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The device units that this service hosts, one for every scenario that has one. */
@Singleton
public class DeviceUnits implements HostedUnits {
    private final List<HostedUnit<?>> units = new ArrayList<>();

    DeviceUnits(Scenarios scenarios) {
        for (Scenario scenario : scenarios.all()) {
            DeviceScenario device = scenario.device();
            if (device != null) {
                units.add(new HostedUnit<>(scenario, new DeviceModel(scenario, device), UnitObserver.NONE));
            }
        }
    }

    @Override
    public List<HostedUnit<?>> units() {
        return List.copyOf(units);
    }

    @Override
    public Set<String> commandTopics() {
        return Set.of(Topics.SALES, Topics.USAGE, Topics.REQUESTS);
    }
}
