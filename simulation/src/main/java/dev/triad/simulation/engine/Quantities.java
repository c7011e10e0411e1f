package dev.triad.simulation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns the doubles that chance works with into the decimals that events carry. */
public final class Quantities {
    private static final int SCALE = 3;

    private Quantities() {}

    /** A quantity in thousandths. */
    public static BigDecimal of(double quantity) {
        return plain(BigDecimal.valueOf(Math.round(quantity * 1_000), SCALE));
    }

    /** An amount of money to the cent. */
    public static BigDecimal money(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 100), 2);
    }

    /** A quantity without trailing zeros and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
