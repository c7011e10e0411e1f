package dev.triad.simulation.runner;

import dev.triad.events.Source;
import dev.triad.simulation.engine.UnitModel;
import dev.triad.simulation.scenario.Scenario;

/**
 * A unit that a service hosts.
 *
 * @param scenario the scenario of its group
 * @param model how it trades
 * @param observer the read models that follow its events
 * @param <S> its state
 */
public record HostedUnit<S>(Scenario scenario, UnitModel<S> model, UnitObserver observer) {
    public Source source() {
        return model.source();
    }
}
