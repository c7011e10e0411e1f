package dev.triad.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A closing of a group's books.
 *
 * @param period the month, in UTC; everything before its end is closed
 * @param event the event that closed it
 * @param place of that event in the log
 * @param closedAt the event's own time
 * @param onTheBooks the places of the records that were on the books when the closing was made
 */
public record Closing(YearMonth period, UUID event, long place, Instant closedAt, Places onTheBooks) {
    /** The first moment that stays open. */
    public Instant end() {
        return end(period);
    }

    /** The first moment after a month. */
    public static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
