package dev.triad.ledger.policy;

import dev.triad.events.GroupDeclared;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who grants the loss on devices that are sold below their cost as a storefront. */
public sealed interface StorefrontPolicy {
    StorefrontPolicy DECLARED = new Declared();
    StorefrontPolicy NONE = new None();

    /** The units that were declared to gain from it, in equal shares. */
    record Declared() implements StorefrontPolicy {}

    /** Nobody. */
    record None() implements StorefrontPolicy {}

    /**
     * Certain units, by their weights.
     *
     * @param weights above zero, which sum to one
     */
    record FundedBy(SortedMap<String, BigDecimal> weights) implements StorefrontPolicy {
        static final int DECIMALS_MAX = 9;

        public FundedBy {
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
                // Also keeps a huge exponent out of the sum, which would write out all its digits.
                if (weight.getValue().signum() <= 0
                        || weight.getValue().compareTo(BigDecimal.ONE) > 0
                        || weight.getValue().scale() > DECIMALS_MAX) {
                    throw new IllegalArgumentException("storefront.fundedBy." + weight.getKey()
                            + " must be above 0 and at most 1, with at most " + DECIMALS_MAX + " decimals");
                }
                sum = sum.add(weight.getValue());
            }
            if (sum.compareTo(BigDecimal.ONE) != 0 || weights.size() > GroupDeclared.UNITS_MAX) {
                throw new IllegalArgumentException("storefront.fundedBy needs weights of at most "
                        + GroupDeclared.UNITS_MAX + " units that sum to 1, not to " + sum.toPlainString());
            }
        }
    }
}
