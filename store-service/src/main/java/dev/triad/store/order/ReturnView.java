package dev.triad.store.order;

import dev.triad.events.CloudEvent;
import dev.triad.events.SaleReturned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return as it is answered.
 *
 * @param event the id of the return's event
 * @param order the order
 * @param sale the id of the sale's event
 * @param time when, in the store's virtual time
 * @param lines what came back
 * @param reason why, when known
 */
public record ReturnView(
        UUID event,
        String order,
        @Nullable UUID sale,
        Instant time,
        List<Line> lines,
        @Nullable String reason) {
    /**
     * One line.
     *
     * @param line the line of the order, counted from 1
     */
    @Schema(name = "ReturnedLine")
    public record Line(int line, String sku, BigDecimal quantity) {}

    static ReturnView of(CloudEvent event) {
        SaleReturned returned = (SaleReturned) event.data();
        return new ReturnView(
                event.id(),
                event.subject(),
                returned.sale(),
                event.time(),
                returned.lines().stream()
                        .map(line -> new Line(Objects.requireNonNullElse(line.line(), 0), line.sku(), line.quantity()))
                        .toList(),
                returned.reason());
    }
}
