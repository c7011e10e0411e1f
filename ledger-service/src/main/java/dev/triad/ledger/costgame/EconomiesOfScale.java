package dev.triad.ledger.costgame;

import dev.triad.ledger.fraction.Fractions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/**
 * How cost falls with volume: each doubling of the volume brings the unit cost down to the progress ratio of what it was
 * (Wright, Factors Affecting the Cost of Airplanes, 1936). A share <i>s</i> of the volume, alone, would then cost
 * <i>s</i> to the power of 1 + log₂(progress ratio) of the whole.
 */
public record EconomiesOfScale(BigDecimal progressRatio) {
    /** The one place where a number is rounded before a test: a power of a share is rarely a fraction. */
    static final int DECIMALS = 12;

    /** Half would mean that any volume costs the same; one, that volume makes no difference. */
    private static final BigDecimal LEAST = new BigDecimal("0.5");

    /** @throws IllegalArgumentException unless the ratio is from 0.5 to 1 */
    public EconomiesOfScale {
        if (progressRatio.compareTo(LEAST) < 0 || progressRatio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a progress ratio is from 0.5 to 1, not " + progressRatio);
        }
    }

    /**
     * What a share of the volume would cost alone, as a share of what all of it costs; rounded half-even to twelve decimals.
     *
     * @param share from 0 to 1
     */
    public BigFraction alone(BigFraction share) {
        if (share.signum() == 0 || share.equals(BigFraction.ONE) || progressRatio.compareTo(BigDecimal.ONE) == 0) {
            return share;
        }
        double exponent = 1 + Math.log(progressRatio.doubleValue()) / Math.log(2);
        double power = Math.pow(share.doubleValue(), exponent);
        return Fractions.of(new BigDecimal(power).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
