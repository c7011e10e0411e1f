package dev.triad.simulation.engine;

/**
 * How far a unit came: everything that is needed to go on as if it had never stopped.
 *
 * @param tick the next tick to run
 * @param emitted how many events it emitted so far
 * @param settings the settings in force from that tick on
 * @param state the unit's state before that tick
 * @param <S> the unit's state
 */
public record Checkpoint<S>(long tick, long emitted, Settings settings, S state) {
    public Checkpoint {
        if (tick < 0 || emitted < 0) {
            throw new IllegalArgumentException("a checkpoint counts from zero");
        }
    }

    /** The same place with other settings. */
    public Checkpoint<S> with(Settings other) {
        return new Checkpoint<>(tick, emitted, other, state);
    }

    /** The place after one more tick. */
    public Checkpoint<S> after(TickResult<S> result) {
        return new Checkpoint<>(tick + 1, emitted + result.events().size(), settings, result.state());
    }
}
