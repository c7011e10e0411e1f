package dev.triad.simulation.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a store offers.
 *
 * @param sku what it is called in orders
 * @param category a name
 * @param title what people read
 * @param price what the buyer pays for one; of an advertisement, what a click costs
 * @param cost what one costs the store; absent when the store bears none
 * @param popularity how often it is bought relative to the others; 1 when absent
 */
public record CatalogueItem(
        String sku,
        String category,
        String title,
        Calibrated price,
        @Nullable Calibrated cost,
        @Nullable Integer popularity) {
    public CatalogueItem {
        Check.name("sku", sku);
        Check.name("category", category);
        Check.text("title", title);
        Check.positive("price", price);
        if (cost != null) {
            Check.notNegative("cost", cost);
        }
        popularity = Objects.requireNonNullElse(popularity, 1);
        if (popularity < 0) {
            throw new ScenarioException("popularity must not be negative");
        }
    }
}
