package dev.triad.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times of events: RFC 3339 in UTC or with an offset, within the years that a ledger can hold. One way to
 * write a time is enough: upper-case T and Z, seconds 00 to 59, at most nine digits after the point.
 */
public final class EventTimes {
    /** The earliest event time. */
    public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /** The first moment that is too late for an event. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int SECONDS_END = 19;
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int OFFSET_SECONDS_MAX = 18 * 3_600;

    private EventTimes() {}

    /**
     * Reads a time several times faster than {@link Instant#parse}, and without its leniencies.
     *
     * @throws InvalidEventException when it is none that the contract allows
     */
    public static Instant parse(String text) {
        return parse(Defect.TIME, "the time", text);
    }

    static Instant parse(Defect defect, String field, String text) {
        int zone = zone(text);
        if (zone < 0
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw invalid(defect, field);
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        int nanos = fraction(text, zone);
        int offset = offsetSeconds(text, zone);
        if ((year | month | day | hour | minute | second | nanos) < 0
                || offset == Integer.MIN_VALUE
                || hour > 23
                || minute > 59
                || second > 59) {
            throw invalid(defect, field);
        }
        if (year < 1970 || year > 2199) {
            throw outOfRange(defect, field);
        }
        return require(
                defect,
                field,
                Instant.ofEpochSecond(
                        epochDay(defect, field, year, month, day) * 86_400L
                                + hour * 3_600
                                + minute * 60
                                + second
                                - offset,
                        nanos));
    }

    static Instant require(Defect defect, String field, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw outOfRange(defect, field);
        }
        return time;
    }

    private static long epochDay(Defect defect, String field, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            throw invalid(defect, field);
        }
    }

    /** Where the zone begins, or -1 when nothing can be read. */
    private static int zone(String text) {
        int length = text.length();
        if (length <= SECONDS_END) {
            return -1;
        }
        if (text.charAt(length - 1) == 'Z') {
            return length - 1;
        }
        return length - 6 < SECONDS_END ? -1 : length - 6;
    }

    private static int fraction(String text, int zone) {
        if (zone == SECONDS_END) {
            return 0;
        }
        int count = zone - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || count < 1 || count > FRACTION_DIGITS_MAX) {
            return -1;
        }
        int nanos = digits(text, SECONDS_END + 1, zone);
        for (int i = count; i < FRACTION_DIGITS_MAX && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The offset, at most 18 hours as on the whole Java platform, or {@link Integer#MIN_VALUE}. */
    private static int offsetSeconds(String text, int zone) {
        if (zone == text.length() - 1) {
            return 0;
        }
        char sign = text.charAt(zone);
        int hours = digits(text, zone + 1, zone + 3);
        int minutes = digits(text, zone + 4, zone + 6);
        int seconds = hours * 3_600 + minutes * 60;
        if ((sign != '+' && sign != '-')
                || text.charAt(zone + 3) != ':'
                || (hours | minutes) < 0
                || minutes > 59
                || seconds > OFFSET_SECONDS_MAX) {
            return Integer.MIN_VALUE;
        }
        return sign == '-' ? -seconds : seconds;
    }

    /** The number that the digits say, or -1 when one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static InvalidEventException invalid(Defect defect, String field) {
        return new InvalidEventException(defect, field + " must be an RFC 3339 time such as 2026-01-31T09:30:00Z");
    }

    private static InvalidEventException outOfRange(Defect defect, String field) {
        return new InvalidEventException(defect, field + " must lie between the years 1970 and 2199");
    }
}
