package dev.triad.simulation.runner;

import dev.triad.events.CloudEvent;
import dev.triad.simulation.emission.Emission;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.recovery.CheckpointWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A log in memory, which can be made to refuse. */
final class FakeLog implements Emission, CheckpointWriter {
    private final List<CloudEvent> events = new ArrayList<>();
    private final List<Checkpoint<?>> checkpoints = new ArrayList<>();
    private int refusals;
    private boolean keepsNothing;

    synchronized void refuseNext(int times) {
        refusals = times;
    }

    synchronized void keepNothing() {
        keepsNothing = true;
    }

    @Override
    public synchronized CompletableFuture<Void> emit(CloudEvent event) {
        if (refusals > 0) {
            refusals--;
            return CompletableFuture.failedFuture(new IllegalStateException("not now"));
        }
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Void> write(String key, Object value) {
        if (keepsNothing) {
            return CompletableFuture.failedFuture(new IllegalStateException("not now"));
        }
        checkpoints.add((Checkpoint<?>) value);
        return CompletableFuture.completedFuture(null);
    }

    synchronized List<CloudEvent> events() {
        return List.copyOf(events);
    }

    synchronized List<Checkpoint<?>> checkpoints() {
        return List.copyOf(checkpoints);
    }
}
