package dev.triad.store.simulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a store remembers between ticks.
 *
 * @param returns what customers will send back
 */
public record StoreState(List<PendingReturn> returns) {
    static final StoreState EMPTY = new StoreState(List.of());

    public StoreState(@Nullable List<PendingReturn> returns) {
        this.returns = returns == null ? List.of() : List.copyOf(returns);
    }

    /**
     * A line that will come back.
     *
     * @param due the tick in which it does
     * @param sale the id of the sale's event
     * @param order the order, the sale's subject
     * @param line the line of the sale, counted from 1
     * @param sku what comes back
     * @param quantity how many
     */
    public record PendingReturn(long due, UUID sale, String order, int line, String sku, BigDecimal quantity) {}
}
