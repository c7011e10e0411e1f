package dev.triad.events;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times of events: RFC 3339 in UTC or with an offset, within the years that a ledger can hold. */
public final class EventTimes {
    /** The earliest event time. */
    public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /** The first moment that is too late for an event. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private EventTimes() {}

    static Instant parse(String text) {
        try {
            return require(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new InvalidEventException(
                    Defect.TIME, "ce_time must be an RFC 3339 time such as 2026-01-31T09:30:00Z");
        }
    }

    static Instant require(Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new InvalidEventException(Defect.TIME, "ce_time must lie between the years 1970 and 2199");
        }
        return time;
    }
}
