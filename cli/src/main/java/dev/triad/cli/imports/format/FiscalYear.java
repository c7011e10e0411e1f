package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;

/**
 * A company's fiscal year, in UTC.
 *
 * @param number the calendar year in which it ends, by which reports call it
 * @param ends the month with whose last day it ends
 */
record FiscalYear(int number, Month ends) {
    /** Within these, both ends of the year are times that an event can have. */
    static final int FIRST = 1971;

    static final int LAST = 2198;

    private static final int DIGITS = 4;

    static FiscalYear parse(String column, String text, Month ends) {
        if (text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(text);
            if (number >= FIRST && number <= LAST) {
                return new FiscalYear(number, ends);
            }
        }
        throw new RejectedLineException(
                "%s is \"%s\", which is not a year from %d to %d".formatted(column, Printable.of(text), FIRST, LAST));
    }

    Period period() {
        LocalDate to = LocalDate.of(number, ends, 1).plusMonths(1);
        return new Period(start(to.minusYears(1)), start(to));
    }

    /** When what happened over the year is dated: its last second. */
    Instant end() {
        return period().to().minusSeconds(1);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
