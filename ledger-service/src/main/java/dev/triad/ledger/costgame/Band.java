package dev.triad.ledger.costgame;

import org.hipparchus.fraction.BigFraction;

/**
 * Where a player's revenue lies among the benchmarks of regulators: incremental, fully distributed and stand-alone cost. Heald
 * compares these in Contrasting Approaches to the 'Problem' of Cross Subsidy, Management Accounting Research 7 (1996). Below
 * the first or above the last a cross-subsidy is certain; on the way, it depends on who should bear what is shared.
 */
public enum Band {
    DEFINITE_RECIPIENT("definite-recipient"),
    POTENTIAL_RECIPIENT("potential-recipient"),
    NEITHER("neither"),
    POTENTIAL_SOURCE("potential-source"),
    DEFINITE_SOURCE("definite-source");

    private final String code;

    Band(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Band of(
            BigFraction revenue, BigFraction incremental, BigFraction fullyDistributed, BigFraction standAlone) {
        if (revenue.compareTo(incremental) < 0) {
            return DEFINITE_RECIPIENT;
        }
        if (revenue.compareTo(standAlone) > 0) {
            return DEFINITE_SOURCE;
        }
        int side = revenue.compareTo(fullyDistributed);
        return side == 0 ? NEITHER : side < 0 ? POTENTIAL_RECIPIENT : POTENTIAL_SOURCE;
    }
}
