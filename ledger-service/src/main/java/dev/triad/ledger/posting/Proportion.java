package dev.triad.ledger.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of amounts. Differences of cumulative parts are posted, so that parts always sum to the whole. */
public final class Proportion {
    private Proportion() {}

    /**
     * The amount times part over whole, rounded half-even.
     *
     * @throws ArithmeticException when it does not fit a {@code long}
     */
    public static long of(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** The same of an amount in the smallest unit. */
    public static long of(long amount, BigDecimal part, BigDecimal whole) {
        return amount == 0 ? 0 : of(BigDecimal.valueOf(amount), part, whole);
    }
}
