package dev.triad.ledger.costgame;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A coalition whose revenue fails a test of cross-subsidy.
 *
 * @param coalition its members
 * @param amount by how much, always positive
 */
public record Violation(List<String> coalition, Test test, BigFraction amount) {
    public Violation {
        coalition = List.copyOf(coalition);
    }

    /** Faulhaber's two tests. */
    public enum Test {
        /** r(S) ≤ C(S): nobody pays more than being served alone would cost; else they fund somebody. */
        STAND_ALONE_COST("stand-alone-cost"),
        /** r(S) ≥ C(N) − C(N∖S): everybody pays what serving them adds; else somebody funds them. */
        INCREMENTAL_COST("incremental-cost");

        private final String code;

        Test(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
