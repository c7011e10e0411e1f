package dev.triad.ledger.closing;

import dev.triad.events.PeriodClosed;
import dev.triad.ledger.problem.Problems;
import java.time.YearMonth;

/** Months in addresses. */
final class Month {
    private Month() {}

    /** The month that a text names, or a problem. */
    static YearMonth parse(String text) {
        if (!PeriodClosed.isMonth(text)) {
            throw Problems.INVALID_PARAMETER.because(
                    "The period must be a month from 1970-01 to 2199-12, such as 2026-03.");
        }
        return YearMonth.parse(text);
    }
}
