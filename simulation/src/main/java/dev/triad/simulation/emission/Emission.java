package dev.triad.simulation.emission;

import dev.triad.events.CloudEvent;
import java.util.concurrent.CompletableFuture;

/** The way out for events. */
public interface Emission {
    /**
     * Writes an event to its topic. The future completes when Kafka has acknowledged it, on all replicas
     * in sync, and fails when that is not known to have happened. It may wait for room.
     */
    CompletableFuture<Void> emit(CloudEvent event);
}
