package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.EventTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as files write them. A time without a zone is taken as UTC: no format here says which it means. */
final class Times {
    private static final int LENGTH_MAX = 40;

    /** {@code 2024-09-18 23:00}, with seconds, {@code T}, a fraction of a second, {@code Z} or an offset where given. */
    private static final DateTimeFormatter ISO_LIKE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[' '][XXX][X][' ']['UTC']")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String COMMONEST = "uuuu-MM-dd HH:mm:ss";

    /** Without parts that may be absent, a formatter is three times as fast, and most files are in this form. */
    private static final DateTimeFormatter QUICK =
            DateTimeFormatter.ofPattern(COMMONEST, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static Instant parse(String field, String text) {
        boolean commonest = text.length() == COMMONEST.length() && text.charAt(10) == ' ';
        return parse(field, text, commonest ? QUICK : ISO_LIKE);
    }

    static Instant parse(String field, String text, DateTimeFormatter formatter) {
        if (text.length() <= LENGTH_MAX) {
            try {
                return inReach(field, instant(formatter.parse(text)));
            } catch (DateTimeException e) {
                throw notATime(field, text);
            }
        }
        throw notATime(field, text);
    }

    private static Instant instant(TemporalAccessor time) {
        return time.isSupported(ChronoField.OFFSET_SECONDS)
                ? OffsetDateTime.from(time).toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    /** A time that an event can have. */
    static Instant inReach(String field, Instant time) {
        if (time.isBefore(EventTimes.EARLIEST) || !time.isBefore(EventTimes.LATEST)) {
            throw new RejectedLineException(field + " does not lie between the years 1970 and 2199");
        }
        return time;
    }

    private static RejectedLineException notATime(String field, String text) {
        return new RejectedLineException(
                "%s is \"%s\", which is not a time such as 2024-09-18 23:00:00".formatted(field, Printable.of(text)));
    }
}
