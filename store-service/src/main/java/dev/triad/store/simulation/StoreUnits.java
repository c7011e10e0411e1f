package dev.triad.store.simulation;

import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.HostedUnits;
import dev.triad.simulation.runner.UnitObserver;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.simulation.scenario.StoreScenario;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The stores that this service hosts, one for every scenario that has one. */
@Singleton
public class StoreUnits implements HostedUnits {
    private final List<HostedUnit<?>> units = new ArrayList<>();

    StoreUnits(Scenarios scenarios) {
        for (Scenario scenario : scenarios.all()) {
            StoreScenario store = scenario.store();
            if (store != null) {
                units.add(new HostedUnit<>(scenario, new StoreModel(scenario, store), UnitObserver.NONE));
            }
        }
    }

    @Override
    public List<HostedUnit<?>> units() {
        return List.copyOf(units);
    }
}
