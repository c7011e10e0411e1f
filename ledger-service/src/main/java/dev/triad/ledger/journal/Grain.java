package dev.triad.ledger.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The spans of time by which balances are kept, in UTC: whoever asks for years need not add up hours. */
public enum Grain {
    HOUR("balance", "hour") {
        @Override
        int floor(int hour) {
            return hour;
        }

        @Override
        int next(int start) {
            return start + 1;
        }
    },
    DAY("balance_day", "day") {
        @Override
        int floor(int hour) {
            return Math.floorDiv(hour, HOURS_A_DAY) * HOURS_A_DAY;
        }

        @Override
        int next(int start) {
            return start + HOURS_A_DAY;
        }
    },
    MONTH("balance_month", "month") {
        @Override
        int floor(int hour) {
            return hours(date(hour).withDayOfMonth(1));
        }

        @Override
        int next(int start) {
            return hours(date(start).plusMonths(1));
        }
    };

    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int HOURS_A_DAY = 24;

    private final String table;
    private final String column;

    Grain(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** The table of its balances. */
    public String table() {
        return table;
    }

    /** The column of that table in which a span's beginning stands. */
    public String column() {
        return column;
    }

    /** What an insert into that table, as {@code b}, ends with, so that it adds to the rows that are there. */
    String addToThere() {
        return """

                on conflict (account_id, %s, shard) do update
                set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                    postings = b.postings + excluded.postings""".formatted(column);
    }

    /** The last beginning of a span that is not after a moment. */
    public Instant floor(Instant time) {
        return instant(floor(hour(time)));
    }

    /** The first beginning of a span that is not before a moment. */
    public Instant ceiling(Instant time) {
        int start = floor(hour(time));
        return instant(start).equals(time) ? time : instant(next(start));
    }

    /** The hour in which a span begins that an hour lies in, both counted from 1970. */
    abstract int floor(int hour);

    /** The hour in which the span after one begins. */
    abstract int next(int start);

    /** The hour of a moment, counted from 1970. */
    static int hour(Instant time) {
        return Math.toIntExact(Math.floorDiv(time.getEpochSecond(), SECONDS_AN_HOUR));
    }

    private static Instant instant(int hour) {
        return Instant.ofEpochSecond((long) hour * SECONDS_AN_HOUR);
    }

    private static LocalDate date(int hour) {
        return LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_A_DAY));
    }

    private static int hours(LocalDate date) {
        return Math.toIntExact(date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / SECONDS_AN_HOUR);
    }
}
