package dev.triad.simulation.runner;

import dev.triad.events.CloudEvent;
import dev.triad.simulation.emission.Emission;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.recovery.CheckpointWriter;
import dev.triad.simulation.runner.UnitStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drives one unit through its virtual hours on a thread of its own. A tick is checkpointed only when
 * Kafka has acknowledged all of its events; a crash before that runs it again, with the same events under
 * the same ids. Settings change between ticks only: a change that comes within one lets the rest of that
 * hour out at once.
 */
final class UnitRunner<S> implements Runnable {
    /** How many ticks are run between two checkpoints while catching up. */
    static final int CATCH_UP_TICKS = 120;

    private static final Logger LOG = Logger.getLogger(UnitRunner.class);
    private static final int CHANGES_MAX = 16;
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(10);

    private record Change(UnaryOperator<Settings> settings, CompletableFuture<Void> done) {}

    private final HostedUnit<S> unit;
    private final Instant historyEnd;
    private final boolean enabled;
    private final CheckpointWriter checkpoints;
    private final Outstanding outstanding;
    private final BlockingQueue<Change> changes = new ArrayBlockingQueue<>(CHANGES_MAX);
    private @Nullable Change pending;
    private volatile Checkpoint<S> place;
    private volatile @Nullable Pace pace;
    private volatile boolean failed;

    UnitRunner(
            HostedUnit<S> unit,
            Checkpoint<S> place,
            Instant historyEnd,
            boolean enabled,
            Emission emission,
            CheckpointWriter checkpoints) {
        this.unit = unit;
        this.place = place;
        this.historyEnd = historyEnd;
        this.enabled = enabled;
        this.checkpoints = checkpoints;
        this.outstanding = new Outstanding(emission, unit.observer());
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed = true;
            LOG.errorf(e, "simulation stopped source=%s tick=%d", unit.source(), place.tick());
        }
    }

    /**
     * Changes the settings from the next tick on; completes when the change would survive a crash.
     *
     * @return a future that fails with {@link IllegalStateException} when too many changes wait
     */
    CompletableFuture<Void> change(UnaryOperator<Settings> settings) {
        Change change = new Change(settings, new CompletableFuture<>());
        if (failed || !changes.offer(change)) {
            change.done().completeExceptionally(new IllegalStateException("the simulation takes no change now"));
        }
        return change.done();
    }

    /** The virtual time of the unit now. */
    Instant now() {
        Tick tick = Engine.next(unit.model(), place);
        Pace running = pace;
        if (running == null) {
            return tick.from();
        }
        Instant now = running.now();
        Instant latest = tick.to().minusMillis(1);
        if (now.isBefore(tick.from())) {
            return tick.from();
        }
        return now.isAfter(latest) ? latest : Instant.ofEpochMilli(now.toEpochMilli());
    }

    S state() {
        return place.state();
    }

    UnitStatus status() {
        Checkpoint<S> here = place;
        return new UnitStatus(
                unit.source(), here.settings(), phase(here), now(), here.tick(), here.emitted(), lagSeconds(here));
    }

    private Phase phase(Checkpoint<S> here) {
        if (failed) {
            return Phase.FAILED;
        }
        if (!enabled) {
            return Phase.DISABLED;
        }
        if (here.settings().paused()) {
            return Phase.PAUSED;
        }
        return inHistory() ? Phase.HISTORY : Phase.LIVE;
    }

    private long lagSeconds(Checkpoint<S> here) {
        Phase phase = phase(here);
        if (phase != Phase.HISTORY && phase != Phase.LIVE) {
            return 0;
        }
        Pace running = pace;
        Instant due = running == null ? historyEnd : running.now();
        // The tick under way is not late before it is over.
        return Math.max(
                0, Duration.between(Engine.next(unit.model(), here).to(), due).toSeconds());
    }

    private boolean inHistory() {
        return Engine.next(unit.model(), place).from().isBefore(historyEnd);
    }

    private void step() throws InterruptedException {
        Change change = pending != null ? pending : changes.poll();
        pending = null;
        if (change != null) {
            apply(change);
        } else if (!enabled || place.settings().paused()) {
            pending = changes.take();
        } else if (inHistory()) {
            catchUp(historyEnd);
        } else {
            live();
        }
    }

    private void apply(Change change) throws InterruptedException {
        try {
            Checkpoint<S> changed = place.with(change.settings().apply(place.settings()));
            checkpoints
                    .write(unit.source().toString(), changed)
                    .get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            place = changed;
            pace = null;
            change.done().complete(null);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            change.done().completeExceptionally(e);
        }
    }

    /** Many ticks at once, up to a virtual moment. */
    private void catchUp(Instant until) throws InterruptedException {
        Checkpoint<S> here = place;
        for (int ticks = 0; ticks < CATCH_UP_TICKS && changes.isEmpty(); ticks++) {
            if (!Engine.next(unit.model(), here).from().isBefore(until)) {
                break;
            }
            TickResult<S> result = Engine.run(unit.model(), here);
            result.events().forEach(outstanding::send);
            here = here.after(result);
        }
        settle(here);
    }

    /** One tick, each event at its time. */
    private void live() throws InterruptedException {
        Tick tick = Engine.next(unit.model(), place);
        Pace running = pace;
        if (running == null) {
            running = Pace.start(tick.from(), place.settings().speed());
            pace = running;
        }
        Instant due = running.now();
        if (Duration.between(tick.from(), due).toDays() >= 1) {
            catchUp(due);
            return;
        }
        TickResult<S> result = Engine.run(unit.model(), place);
        for (CloudEvent event : result.events()) {
            waitUntil(running, event.time());
            outstanding.send(event);
        }
        waitUntil(running, tick.to());
        settle(place.after(result));
    }

    private void waitUntil(Pace running, Instant moment) throws InterruptedException {
        long nanos = running.nanosUntil(moment);
        if (pending == null && nanos > 0) {
            pending = changes.poll(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Waits for Kafka, then keeps the place; when keeping fails, the ticks since are run again. */
    private void settle(Checkpoint<S> reached) throws InterruptedException {
        outstanding.await();
        place = reached;
        try {
            checkpoints
                    .write(unit.source().toString(), reached)
                    .get(CHECKPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("checkpoint not acknowledged source=%s tick=%d", unit.source(), reached.tick());
        }
    }
}
