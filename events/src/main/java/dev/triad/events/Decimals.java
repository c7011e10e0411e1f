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

    private Decimals() {}

    /** Reads a decimal string, or says why it is none. */
    public static BigDecimal parse(String text) {
        return parse("the number", text);
    }

    static BigDecimal parse(String field, String text) {
        return parse(field, text.toCharArray(), 0, text.length());
    }

    /** Reads the decimal string in a part of a buffer, without making a string of it first. */
    static BigDecimal parse(String field, char[] text, int from, int length) {
        int end = from + length;
        int start = length > 0 && text[from] == '-' ? from + 1 : from;
        int point = digitsEnd(text, start, Math.min(end, start + INTEGER_DIGITS_MAX));
        boolean valid = point > start;
        if (valid && point < end) {
            int fraction = point + 1;
            int fractionEnd = digitsEnd(text, fraction, Math.min(end, fraction + FRACTION_DIGITS_MAX));
            valid = text[point] == '.' && fractionEnd > fraction && fractionEnd == end;
        }
        if (!valid) {
            throw new InvalidEventException(
                    Defect.FIELD,
                    field + " must be a decimal string: at most 18 digits before and 18 after the point, no exponent");
        }
        return new BigDecimal(text, from, length);
    }

    /** Where the run of ASCII digits ends. */
    private static int digitsEnd(char[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
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
