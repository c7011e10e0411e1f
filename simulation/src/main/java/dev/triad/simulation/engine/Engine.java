package dev.triad.simulation.engine;

import dev.triad.events.CloudEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs a unit's ticks: no clock, no thread, no I/O. */
public final class Engine {
    private Engine() {}

    /** Where a unit begins. */
    public static <S> Checkpoint<S> begin(UnitModel<S> model, Settings settings) {
        return new Checkpoint<>(0, 0, settings, model.initial());
    }

    /** The next tick of a unit. */
    public static <S> Tick next(UnitModel<S> model, Checkpoint<S> checkpoint) {
        return Tick.of(model.source(), checkpoint.tick(), model.start(), checkpoint.settings());
    }

    /** Runs the next tick; its events come in order of time. */
    public static <S> TickResult<S> run(UnitModel<S> model, Checkpoint<S> checkpoint) {
        Tick tick = next(model, checkpoint);
        Chance chance = Chance.of(checkpoint.settings().seed(), model.source(), tick.number());
        TickResult<S> result = model.tick(checkpoint.state(), tick, chance);
        List<CloudEvent> ordered = new ArrayList<>(result.events());
        ordered.sort(Comparator.comparing(CloudEvent::time));
        return new TickResult<>(result.state(), ordered);
    }
}
