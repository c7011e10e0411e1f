package dev.triad.events;

import java.math.BigDecimal;

/**
 * One line of an order request.
 *
 * @param sku what is wanted
 * @param quantity how many, greater than zero
 */
public record RequestLine(String sku, BigDecimal quantity) {
    public RequestLine {
        Names.requireText("lines.sku", sku);
        Decimals.requirePositive("lines.quantity", quantity);
    }
}
