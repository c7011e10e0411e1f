package dev.triad.ledger.account;

import dev.triad.ledger.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in queries: an RFC 3339 time, or a date for its first moment in UTC. */
public final class TimeParameter {
    /** The books keep microseconds; nothing happens between two of them. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    /** RFC 3339 has years of four digits alone. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    /** Before everything that is booked. */
    public static final Instant BEGINNING = TimeParts.BEGINNING;

    /** After it. */
    public static final Instant END = TimeParts.END;

    private TimeParameter() {}

    public static @Nullable Instant parse(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (time.isBefore(FIRST) || !time.isBefore(BEYOND)) {
                throw Problems.INVALID_PARAMETER.because(name + " must be within the years 0000 to 9999.");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw Problems.INVALID_PARAMETER.because(
                    name + " must be a time such as 2026-01-31T09:30:00Z or a date such as 2026-01-31.");
        }
    }

    /** The first moment after an as-of time, which is inclusive. */
    public static @Nullable Instant after(@Nullable Instant asOf) {
        return asOf == null ? null : asOf.plus(TICK);
    }

    /** Checks that a span is one. */
    public static void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Problems.INVALID_PARAMETER.because("from must not be after to.");
        }
    }
}
