package dev.triad.store.sale;

import dev.triad.events.Attribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order before it is priced.
 *
 * @param channel where it comes in, such as {@code web} or {@code voice}
 * @param customer who orders, when known
 * @param lines what is wanted
 * @param attribution which units' products led to it
 */
public record Basket(String channel, @Nullable String customer, List<BasketLine> lines, List<Attribution> attribution) {
    public Basket {
        lines = List.copyOf(lines);
        attribution = List.copyOf(attribution);
    }
}
