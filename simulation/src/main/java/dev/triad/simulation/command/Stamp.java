package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.Source;
import java.time.Instant;
import java.util.UUID;

/**
 * What the event of a command is marked with.
 *
 * @param id the event's id, derived from the key
 * @param source the unit that the command is for
 * @param time the unit's virtual time
 * @param key the {@code Idempotency-Key}
 */
public record Stamp(UUID id, Source source, Instant time, String key) {
    /** The event of the command. */
    public CloudEvent event(String subject, Event data) {
        return new CloudEvent(id, source, subject, time, key, data);
    }
}
