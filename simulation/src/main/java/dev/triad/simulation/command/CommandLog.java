package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;
import java.util.concurrent.CompletableFuture;

/** Where the events of commands go. */
@FunctionalInterface
interface CommandLog {
    /** Writes the event of a command; completes when Kafka has acknowledged it, and fails when it has not. */
    CompletableFuture<Void> emit(CloudEvent event, String requestDigest);
}
