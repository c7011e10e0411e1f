package dev.triad.ledger.posting;

import java.math.BigDecimal;

/**
 * How much of a line of a sale has come back.
 *
 * @param quantity in all
 * @param proportionalQuantity the part of it that was refunded at the price of the sale
 * @param refunded the refunds, in the smallest unit
 * @param costReversed the cost of sales taken back, in the smallest unit
 */
public record ReturnedLine(BigDecimal quantity, BigDecimal proportionalQuantity, long refunded, long costReversed) {
    public static final ReturnedLine NOTHING = new ReturnedLine(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    public boolean isNothing() {
        return quantity.signum() == 0;
    }
}
