package dev.triad.simulation.runner;

import dev.triad.events.Source;
import dev.triad.simulation.engine.Settings;
import java.time.Instant;

/**
 * Where a unit's simulation stands.
 *
 * @param source the unit
 * @param settings the settings in force
 * @param phase what it is doing
 * @param virtualTime the virtual time that it has reached
 * @param tick the virtual hour that it is in, counted from 0
 * @param eventsEmitted how many events the simulation emitted since its start
 * @param lagSeconds how many virtual seconds it is behind its clock
 */
public record UnitStatus(
        Source source,
        Settings settings,
        Phase phase,
        Instant virtualTime,
        long tick,
        long eventsEmitted,
        long lagSeconds) {
    /** What a unit's simulation is doing. */
    public enum Phase {
        /** It is not running yet, as the service is reading the log. */
        STARTING,
        /** It produces the past as fast as it can. */
        HISTORY,
        /** It runs at its speed. */
        LIVE,
        PAUSED,
        /** It is switched off by configuration. */
        DISABLED,
        /** It stopped on an error that the log tells. */
        FAILED
    }
}
