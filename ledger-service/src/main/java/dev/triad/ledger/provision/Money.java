package dev.triad.ledger.provision;

import dev.triad.events.Asset;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/** Shows what was computed exactly: in the group's currency, rounded half-even to its smallest unit. */
public final class Money {
    private Money() {}

    /** @param amount in the smallest unit */
    public static String format(Asset asset, BigFraction amount) {
        return asset.format(amount.bigDecimalValue(0, RoundingMode.HALF_EVEN).toBigIntegerExact());
    }
}
