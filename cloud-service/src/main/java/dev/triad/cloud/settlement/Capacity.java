package dev.triad.cloud.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Capacity is built in steps to keep the peak hour below its limit, and never torn down. */
final class Capacity {
    private Capacity() {}

    /**
     * The capacity after a day.
     *
     * @param before what stands, in units an hour
     * @param peak the day's highest hour
     * @param step by how much capacity grows at once
     * @param utilisationMax the share of capacity that the peak may take
     */
    static BigDecimal after(BigDecimal before, BigDecimal peak, BigDecimal step, BigDecimal utilisationMax) {
        BigDecimal needed = peak.divide(utilisationMax, 9, RoundingMode.CEILING);
        if (needed.compareTo(before) <= 0) {
            return before;
        }
        BigDecimal steps = needed.subtract(before).divide(step, 0, RoundingMode.CEILING);
        return before.add(steps.multiply(step));
    }
}
