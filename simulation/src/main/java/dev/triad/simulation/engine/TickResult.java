package dev.triad.simulation.engine;

import dev.triad.events.CloudEvent;
import java.util.List;

/**
 * What one virtual hour made of a unit.
 *
 * @param state the unit's state afterwards
 * @param events what happened, in order of time
 * @param <S> the unit's state
 */
public record TickResult<S>(S state, List<CloudEvent> events) {
    public TickResult {
        events = List.copyOf(events);
    }
}
