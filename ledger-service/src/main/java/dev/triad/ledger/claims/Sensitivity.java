package dev.triad.ledger.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Over which values of an assumption a verdict stands, all others as they are. The range is walked outwards from the present
 * value in steps, and the step in which the verdict changes is halved until it is known to four decimals; a verdict that
 * changes and changes back within one step is not seen.
 *
 * @param value the present value
 * @param from the least value that was tried at which the verdict is the same
 * @param to the greatest
 */
record Sensitivity(Assumption assumption, BigDecimal value, BigDecimal from, BigDecimal to) {
    private static final int STEPS = 32;
    private static final int DECIMALS = 4;
    private static final int HALVINGS = 16;

    static Sensitivity of(Claim claim, Evidence evidence, Assumptions assumptions, Assumption assumption) {
        BigDecimal value = assumptions.value(assumption);
        Outcome.Verdict verdict = claim.measure(evidence, assumptions).verdict();
        Walk walk = new Walk(claim, evidence, assumptions, assumption, verdict);
        return new Sensitivity(
                assumption, value, walk.edge(value, assumption.least()), walk.edge(value, assumption.most()));
    }

    private record Walk(
            Claim claim, Evidence evidence, Assumptions assumptions, Assumption assumption, Outcome.Verdict verdict) {
        /** The last value on the way to an end at which the verdict is the same. */
        BigDecimal edge(BigDecimal start, BigDecimal end) {
            BigDecimal same = start;
            for (int step = 1; step <= STEPS; step++) {
                BigDecimal next = between(start, end, step);
                if (!isSame(next)) {
                    return halved(same, next);
                }
                same = next;
            }
            return end;
        }

        private static BigDecimal between(BigDecimal start, BigDecimal end, int step) {
            return start.add(end.subtract(start)
                    .multiply(BigDecimal.valueOf(step))
                    .divide(BigDecimal.valueOf(STEPS), 2 * DECIMALS, RoundingMode.HALF_EVEN));
        }

        private BigDecimal halved(BigDecimal same, BigDecimal other) {
            BigDecimal in = same;
            BigDecimal out = other;
            for (int i = 0; i < HALVINGS; i++) {
                BigDecimal middle = in.add(out).divide(BigDecimal.TWO, 2 * DECIMALS, RoundingMode.HALF_EVEN);
                if (isSame(middle)) {
                    in = middle;
                } else {
                    out = middle;
                }
            }
            return in.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        }

        private boolean isSame(BigDecimal value) {
            return claim.measure(evidence, assumptions.with(assumption, value)).verdict() == verdict;
        }
    }
}
