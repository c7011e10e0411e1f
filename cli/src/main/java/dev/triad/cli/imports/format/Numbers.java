package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.Asset;
import dev.triad.events.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files write them, exponents included, within bounds that keep every operation on them cheap. */
final class Numbers {
    private static final int LENGTH_MAX = 64;
    private static final int SCALE_MAX = 64;
    private static final int DIGITS_MAX = 40;

    private Numbers() {}

    static BigDecimal decimal(String field, String text) {
        if (text.length() > LENGTH_MAX || !isAscii(text)) {
            throw notANumber(field, text);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw notANumber(field, text);
        }
        if (value.scale() < -DIGITS_MAX || value.scale() > SCALE_MAX || value.precision() > DIGITS_MAX) {
            throw new RejectedLineException(field + " is beyond what an amount can be");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** A quantity with at most as many decimals as the contract carries; further ones are rounded half-even. */
    static BigDecimal quantity(BigDecimal value) {
        return value.scale() <= Decimals.FRACTION_DIGITS_MAX
                ? value
                : value.setScale(Decimals.FRACTION_DIGITS_MAX, RoundingMode.HALF_EVEN);
    }

    /**
     * Money that the asset can hold exactly: an import must not change a sum by rounding its parts, unless it was
     * told to.
     */
    static BigDecimal money(String field, BigDecimal value, Asset asset, boolean round) {
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() <= asset.scale()) {
            return value.scale() > Decimals.FRACTION_DIGITS_MAX ? value.setScale(asset.scale()) : value;
        }
        if (!round) {
            throw new RejectedLineException("%s %s has more decimals than %s keeps; give a finer --asset, or --round"
                    .formatted(field, shortest.toPlainString(), asset));
        }
        return value.setScale(asset.scale(), RoundingMode.HALF_EVEN);
    }

    private static RejectedLineException notANumber(String field, String text) {
        return new RejectedLineException("%s is \"%s\", which is not a number".formatted(field, Printable.of(text)));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }
}
