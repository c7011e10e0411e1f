package dev.triad.ledger.subsidy;

import dev.triad.ledger.problem.Problems;
import java.util.Locale;

/** The steps of a series, in UTC; weeks begin on Mondays. */
enum Interval {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    static Interval parse(String text) {
        for (Interval interval : values()) {
            if (interval.code().equals(text)) {
                return interval;
            }
        }
        throw Problems.INVALID_PARAMETER.because("interval must be hour, day, week or month.");
    }

    /** Its name in queries, and PostgreSQL's for {@code date_trunc}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
