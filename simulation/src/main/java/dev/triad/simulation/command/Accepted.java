package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;

/**
 * A command that Kafka has the event of.
 *
 * @param event its event
 * @param key its {@code Idempotency-Key}
 * @param replayed whether it had been accepted before
 */
public record Accepted(CloudEvent event, String key, boolean replayed) {}
