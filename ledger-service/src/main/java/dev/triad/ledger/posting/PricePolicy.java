package dev.triad.ledger.posting;

import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;

/** Which prices of a rate count between units of a group: a group declares one such policy, and other books have others. */
public interface PricePolicy {
    /** What the consumer is charged for one. */
    BigDecimal transferPrice(Usage usage, Rate rate);

    /** What one is compared to; the difference is the imputed subsidy. */
    BigDecimal referencePrice(Usage usage, Rate rate);
}
