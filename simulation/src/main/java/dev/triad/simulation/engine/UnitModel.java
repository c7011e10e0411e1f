package dev.triad.simulation.engine;

import dev.triad.events.Source;
import java.time.Instant;

/**
 * How a unit trades. Implementations are pure: the same state and tick give the same state and events, in
 * every process and at any time, so that a tick may be run again after a crash.
 *
 * @param <S> the unit's state between ticks: small, immutable, and readable from its JSON
 */
public interface UnitModel<S> {
    /** The unit, as its events name it. */
    Source source();

    /** The first virtual moment. */
    Instant start();

    /** The class of the state, to read it back from a checkpoint. */
    Class<S> stateType();

    /** The state before the first tick. */
    S initial();

    /** One virtual hour. */
    TickResult<S> tick(S state, Tick tick, Chance chance);
}
