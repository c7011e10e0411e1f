package dev.triad.ledger.fraction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact numbers as text: a decimal such as {@code 4.5}, or a fraction such as {@code 1/6} where no decimal is exact.
 * Nothing is ever rounded.
 */
public final class Fractions {
    /** Longer numbers are refused: every calculation with them grows with their length. */
    public static final int DIGITS_MAX = 40;

    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?:/(\\d+))?");
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Fractions() {}

    /**
     * Reads a decimal or a fraction.
     *
     * @throws NumberFormatException when it is neither, is too long, or divides by zero; the message says so in words
     */
    public static BigFraction parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (text.length() > DIGITS_MAX || !number.matches()) {
            throw new NumberFormatException(
                    "is no decimal such as 4.5 and no fraction such as 1/6, of at most " + DIGITS_MAX + " characters");
        }
        BigFraction numerator = of(new BigDecimal(number.group(1)));
        if (number.group(2) == null) {
            return numerator;
        }
        BigInteger denominator = new BigInteger(number.group(2));
        if (denominator.signum() == 0) {
            throw new NumberFormatException("divides by zero");
        }
        return numerator.divide(denominator);
    }

    /** A decimal as a fraction. */
    public static BigFraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new BigFraction(decimal.toBigIntegerExact())
                : new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** A decimal where one is exact, and else a fraction in lowest terms. */
    public static String format(BigFraction number) {
        BigInteger denominator = number.getDenominator();
        int twos = denominator.getLowestSetBit();
        BigInteger rest = denominator.shiftRight(twos);
        int fives = 0;
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
            fives++;
        }
        if (!rest.equals(BigInteger.ONE)) {
            return number.getNumerator() + "/" + denominator;
        }
        int scale = Math.max(twos, fives);
        BigInteger unscaled =
                number.getNumerator().multiply(BigInteger.TEN.pow(scale)).divide(denominator);
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    /** The least common multiple of a denominator and a number's. */
    public static BigInteger commonDenominator(BigInteger denominator, BigFraction number) {
        BigInteger other = number.getDenominator();
        return denominator.divide(denominator.gcd(other)).multiply(other);
    }

    public static BigFraction sum(Collection<BigFraction> numbers) {
        return numbers.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }
}
