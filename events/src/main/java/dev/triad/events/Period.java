package dev.triad.events;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(Instant from, Instant to) {
    public Period {
        Require.present("period.from", from);
        Require.present("period.to", to);
        if (!from.isBefore(to)) {
            throw new InvalidEventException(Defect.FIELD, "period.from must be before period.to");
        }
    }
}
