package dev.triad.store.simulation;

import dev.triad.events.Topics;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.HostedUnits;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.simulation.scenario.StoreScenario;
import dev.triad.store.order.OrderBook;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stores that this service hosts, one for every scenario that has one. */
@Singleton
public class StoreUnits implements HostedUnits {
    private final List<HostedUnit<?>> units = new ArrayList<>();

    StoreUnits(Scenarios scenarios, OrderBook book) {
        for (Scenario scenario : scenarios.all()) {
            StoreScenario store = scenario.store();
            if (store != null) {
                units.add(new HostedUnit<>(scenario, new StoreModel(scenario, store), book));
            }
        }
    }

    @Override
    public List<HostedUnit<?>> units() {
        return List.copyOf(units);
    }

    @Override
    public Set<String> commandTopics() {
        return Set.of(Topics.SALES);
    }
}
