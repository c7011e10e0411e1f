package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A currency at a scale, written {@code USD/9}: amounts are whole numbers of its smallest unit, here a
 * billionth of a dollar.
 *
 * @param code the currency, three upper-case letters (ISO 4217)
 * @param scale the number of decimals, 0 to {@value #SCALE_MAX}
 */
public record Asset(String code, int scale) {
    public static final int SCALE_MAX = 12;

    public Asset {
        if (!isCode(code) || scale < 0 || scale > SCALE_MAX) {
            throw invalid();
        }
    }

    /** Reads {@code USD/9}; the one way to write an asset, so a scale has no leading zero. */
    @JsonCreator
    public static Asset parse(String text) {
        int length = text.length();
        if (length >= 5 && length <= 6 && text.charAt(3) == '/') {
            int tens = length == 5 ? 0 : digit(text.charAt(4));
            int ones = digit(text.charAt(length - 1));
            if (ones >= 0 && (length == 5 || tens > 0)) {
                return new Asset(text.substring(0, 3), tens * 10 + ones);
            }
        }
        throw invalid();
    }

    /**
     * Price times quantity in the smallest unit: the one place where an amount is rounded, half-even.
     *
     * @throws ArithmeticException when the amount does not fit a {@code long}
     */
    public long amount(BigDecimal price, BigDecimal quantity) {
        return amount(price.multiply(quantity));
    }

    /**
     * A sum of money in the smallest unit, rounded half-even.
     *
     * @throws ArithmeticException when the amount does not fit a {@code long}
     */
    public long amount(BigDecimal money) {
        return money.setScale(scale, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** An amount in the smallest unit as a decimal string, with all its decimals. */
    public String format(long amount) {
        return BigDecimal.valueOf(amount, scale).toPlainString();
    }

    /** A balance in the smallest unit as a decimal string, with all its decimals. */
    public String format(BigInteger amount) {
        return new BigDecimal(amount, scale).toPlainString();
    }

    @Override
    @JsonValue
    public String toString() {
        return code + "/" + scale;
    }

    private static boolean isCode(String code) {
        return code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }

    private static InvalidEventException invalid() {
        return new InvalidEventException(
                Defect.FIELD, "asset must be a currency and a scale of 0 to " + SCALE_MAX + ", such as USD/9");
    }
}
