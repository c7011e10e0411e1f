package dev.triad.ledger.policy;

import dev.triad.ledger.posting.Proportion;
import java.math.BigDecimal;

/**
 * By how much customers pay or use more or less than they did, other things equal.
 *
 * @param devicePrice times what they paid for devices
 * @param takeRate times the fees that a marketplace took
 * @param outsideDemand times what customers outside used
 */
public record Factors(BigDecimal devicePrice, BigDecimal takeRate, BigDecimal outsideDemand) {
    /** A hundred times as much. */
    static final BigDecimal MAX = BigDecimal.valueOf(100);

    static final int DECIMALS_MAX = 9;

    /** As it was. */
    public static final Factors ONE = new Factors(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

    public Factors {
        devicePrice = require("devicePrice", devicePrice);
        takeRate = require("takeRate", takeRate);
        outsideDemand = require("outsideDemand", outsideDemand);
    }

    /** The factor without the zeros at its end, so that 1.20 and 1.2 are the same. */
    private static BigDecimal require(String field, BigDecimal factor) {
        if (factor.signum() < 0 || factor.compareTo(MAX) > 0 || factor.scale() > DECIMALS_MAX) {
            throw new IllegalArgumentException(field + ".factor must be from 0 to " + MAX + " with at most "
                    + DECIMALS_MAX + " decimals, such as 1.2");
        }
        return factor.stripTrailingZeros();
    }

    /** Whether sales and returns are as they were. */
    boolean keepSales() {
        return isOne(devicePrice) && isOne(takeRate);
    }

    /** Whether usage by customers outside is as it was. */
    boolean keepUsage() {
        return isOne(outsideDemand);
    }

    /** Whether a factor changes nothing. */
    static boolean isOne(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0;
    }

    /**
     * An amount times a factor, rounded half-even.
     *
     * @throws ArithmeticException when it does not fit a {@code long}
     */
    static long times(BigDecimal factor, long amount) {
        return Proportion.of(amount, factor, BigDecimal.ONE);
    }
}
