package dev.triad.ledger.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/** Shows ratios. */
final class Values {
    private static final int DECIMALS = 6;

    private Values() {}

    /** A ratio with up to six decimals, rounded half-even. */
    static String shown(BigFraction ratio) {
        BigDecimal rounded = ratio.bigDecimalValue(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
