package dev.triad.simulation.recovery;

import java.util.concurrent.CompletableFuture;

/** Where a unit keeps how far it came. */
@FunctionalInterface
public interface CheckpointWriter {
    /** Keeps a value, as JSON, under a key; completes when it would survive a crash. */
    CompletableFuture<Void> write(String key, Object value);
}
