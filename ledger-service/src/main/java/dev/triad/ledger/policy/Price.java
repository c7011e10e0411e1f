package dev.triad.ledger.policy;

import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a transfer price is made of a rate.
 *
 * @param method see {@link Method}
 * @param markup what cost-plus adds to the full cost, as a part of it; null for every other method
 */
public record Price(Method method, @Nullable BigDecimal markup) {
    /** A hundredfold of the cost. */
    static final BigDecimal MARKUP_MAX = BigDecimal.valueOf(100);

    static final int MARKUP_DECIMALS_MAX = 9;

    /** The ways to make one. */
    public enum Method {
        /** Nothing is charged. */
        FREE,
        /** The cost of one more. */
        MARGINAL,
        /** Fully distributed cost. */
        FULL_COST,
        /** Fully distributed cost with a markup. */
        COST_PLUS,
        /** What a customer outside pays. */
        MARKET
    }

    public Price {
        if (method == Method.COST_PLUS) {
            requireMarkup(markup);
        } else if (markup != null) {
            throw new IllegalArgumentException("markup goes with cost-plus alone, not with " + Codes.of(method));
        }
    }

    private static void requireMarkup(@Nullable BigDecimal markup) {
        if (markup == null
                || markup.signum() < 0
                || markup.compareTo(MARKUP_MAX) > 0
                || markup.scale() > MARKUP_DECIMALS_MAX) {
            throw new IllegalArgumentException("cost-plus needs a markup of 0 to " + MARKUP_MAX + " with at most "
                    + MARKUP_DECIMALS_MAX + " decimals, such as 0.10");
        }
    }

    public static Price of(Method method) {
        return new Price(method, null);
    }

    public static Price costPlus(String markup) {
        return new Price(Method.COST_PLUS, new BigDecimal(markup));
    }

    /** The price of one by a rate. */
    BigDecimal of(Rate rate) {
        return switch (method) {
            case FREE -> BigDecimal.ZERO;
            case MARGINAL -> rate.prices().marginalCost();
            case FULL_COST -> rate.prices().fullCost();
            case COST_PLUS ->
                rate.prices().fullCost().multiply(BigDecimal.ONE.add(markup == null ? BigDecimal.ZERO : markup));
            case MARKET -> rate.prices().list();
        };
    }
}
