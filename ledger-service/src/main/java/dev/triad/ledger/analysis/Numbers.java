package dev.triad.ledger.analysis;

import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.problem.Problems;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads the numbers of a request; what is none becomes a problem that says where it stands. All of them together must have a
 * common denominator of a bounded length, as every sum of them is as long as that.
 */
final class Numbers {
    private final int denominatorBitsMax;
    private BigInteger commonDenominator = BigInteger.ONE;

    Numbers(int denominatorBitsMax) {
        this.denominatorBitsMax = denominatorBitsMax;
    }

    /** @param where what the number is, in words */
    BigFraction number(String where, String text) {
        BigFraction number;
        try {
            number = Fractions.parse(text);
        } catch (NumberFormatException e) {
            throw Problems.INVALID_BODY.because("%s, '%s', %s.".formatted(where, shown(text), e.getMessage()));
        }
        commonDenominator = Fractions.commonDenominator(commonDenominator, number);
        if (commonDenominator.bitLength() > denominatorBitsMax) {
            throw Problems.INVALID_BODY.because(
                    ("%s, %s, and the numbers before it have no common denominator of at most %d binary digits: use"
                                    + " decimals, or fewer different fractions.")
                            .formatted(where, text, denominatorBitsMax));
        }
        return number;
    }

    /** A number that may be zero, and not less. */
    BigFraction notNegative(String where, String text) {
        BigFraction number = number(where, text);
        if (number.signum() < 0) {
            throw Problems.INVALID_BODY.because("%s is negative: %s.".formatted(where, text));
        }
        return number;
    }

    /** Numbers by name, each of which may be zero, and not less; in the order given. */
    Map<String, BigFraction> notNegative(String where, Map<String, String> texts) {
        Map<String, BigFraction> numbers = new LinkedHashMap<>();
        texts.forEach((name, text) -> numbers.put(name, notNegative(where + " of " + name, text)));
        return numbers;
    }

    private static String shown(String text) {
        return text.length() <= Fractions.DIGITS_MAX ? text : text.substring(0, Fractions.DIGITS_MAX) + "…";
    }
}
