package dev.triad.ledger.policy;

import java.math.BigDecimal;

/** How much of what sales contribute is attributed to what led to them. */
public sealed interface AttributionPolicy {
    AttributionPolicy DECLARED = new Declared();
    AttributionPolicy NONE = new None();

    /** By the weights of the events. */
    record Declared() implements AttributionPolicy {}

    /** Nothing. */
    record None() implements AttributionPolicy {}

    /**
     * By the weights times a factor; where those of a sale would sum to more than one, all that it contributes, in proportion.
     *
     * @param factor 0 to {@link #MAX}
     */
    record Scaled(BigDecimal factor) implements AttributionPolicy {
        /** A weight of a hundredth becomes one. */
        static final BigDecimal MAX = BigDecimal.valueOf(100);

        static final int DECIMALS_MAX = 9;

        public Scaled {
            if (factor.signum() < 0 || factor.compareTo(MAX) > 0 || factor.scale() > DECIMALS_MAX) {
                throw new IllegalArgumentException("attribution.factor must be from 0 to " + MAX + " with at most "
                        + DECIMALS_MAX + " decimals, such as 0.5");
            }
        }
    }
}
