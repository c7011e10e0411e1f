package dev.triad.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decimal strings of the contract: at most {@value #INTEGER_DIGITS_MAX} digits before the point and
 * {@value #FRACTION_DIGITS_MAX} after it, no exponent, so that no number can cost more than its text.
 */
public final class Decimals {
    public static final int INTEGER_DIGITS_MAX = 18;
    public static final int FRACTION_DIGITS_MAX = 18;
    private static final int LENGTH_MAX = INTEGER_DIGITS_MAX + FRACTION_DIGITS_MAX + 2;

    private Decimals() {}

    /** Reads a decimal string, or says why it is none. */
    public static BigDecimal parse(String text) {
        if (text.length() > LENGTH_MAX || !isDecimal(text)) {
            throw new InvalidEventException(
                    Defect.FIELD,
                    "a decimal string has at most 18 digits before and 18 after the point and no exponent");
        }
        return new BigDecimal(text);
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int integerEnd = point < 0 ? text.length() : point;
        return isDigits(text, start, integerEnd, INTEGER_DIGITS_MAX)
                && (point < 0 || isDigits(text, point + 1, text.length(), FRACTION_DIGITS_MAX));
    }

    private static boolean isDigits(String text, int from, int to, int most) {
        if (to - from < 1 || to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    static BigDecimal require(String field, @Nullable BigDecimal value) {
        if (value == null) {
            throw InvalidEventException.missing(field);
        }
        return bounded(field, value);
    }

    static BigDecimal bounded(String field, BigDecimal value) {
        if (value.scale() < 0
                || value.scale() > FRACTION_DIGITS_MAX
                || value.precision() - value.scale() > INTEGER_DIGITS_MAX) {
            throw new InvalidEventException(
                    Defect.FIELD, field + " must have at most 18 digits before and 18 after the point");
        }
        return value;
    }

    static BigDecimal requireNotNegative(String field, @Nullable BigDecimal value) {
        BigDecimal decimal = require(field, value);
        if (decimal.signum() < 0) {
            throw new InvalidEventException(Defect.FIELD, field + " must not be negative");
        }
        return decimal;
    }

    static BigDecimal requirePositive(String field, @Nullable BigDecimal value) {
        BigDecimal decimal = require(field, value);
        if (decimal.signum() <= 0) {
            throw new InvalidEventException(Defect.FIELD, field + " must be greater than zero");
        }
        return decimal;
    }
}
