package dev.triad.ledger.policy;

import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;

/** What a transfer price is compared to: what lies between the two is the imputed subsidy. */
public enum ReferencePrice {
    /** What a customer outside pays. */
    LIST,
    /** Fully distributed cost. */
    FULL_COST,
    /** The cost of one more. */
    MARGINAL;

    BigDecimal of(Rate rate) {
        return switch (this) {
            case LIST -> rate.prices().list();
            case FULL_COST -> rate.prices().fullCost();
            case MARGINAL -> rate.prices().marginalCost();
        };
    }
}
