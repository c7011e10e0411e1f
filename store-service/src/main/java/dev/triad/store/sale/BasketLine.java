package dev.triad.store.sale;

import java.math.BigDecimal;

/**
 * What a customer wants.
 *
 * @param sku an item of the catalogue
 * @param quantity how many, greater than zero
 */
public record BasketLine(String sku, BigDecimal quantity) {}
