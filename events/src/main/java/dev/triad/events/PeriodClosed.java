package dev.triad.events;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A group's books were closed up to the end of a month; {@code ce_subject} is the group. What was on the books at that
 * moment is what the records below the cut posted, but for those that were pending; whatever else happened before the
 * end of the month is late, and is booked after it.
 *
 * @param period the month in UTC, such as {@code 2026-03}; everything before its end is closed
 * @param cut how far each partition of the log was on the books, 1 to {@value #PARTITIONS_MAX}
 */
public record PeriodClosed(String period, List<PartitionCut> cut) implements Event {
    /** The most partitions of a cut. */
    public static final int PARTITIONS_MAX = 1_024;

    private static final Pattern MONTH = Pattern.compile("(19[7-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])");

    public PeriodClosed {
        Require.present("period", period);
        if (!isMonth(period)) {
            throw new InvalidEventException(Defect.FIELD, "period must be a month from 1970-01 to 2199-12");
        }
        cut = Require.list("cut", cut, 1, PARTITIONS_MAX);
    }

    /** Whether a text names a month as {@link #period} does. */
    public static boolean isMonth(String text) {
        return MONTH.matcher(text).matches();
    }

    /** The month. */
    public YearMonth month() {
        return YearMonth.parse(period);
    }

    static PeriodClosed read(JsonFields in) throws IOException {
        String period = null;
        List<PartitionCut> cut = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "period" -> period = in.text("period", period);
                case "cut" -> cut = in.objects("cut", cut, PARTITIONS_MAX, PartitionCut::read);
                default -> in.skip();
            }
        }
        return new PeriodClosed(Require.present("period", period), Require.present("cut", cut));
    }
}
