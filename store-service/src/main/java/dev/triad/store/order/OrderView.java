package dev.triad.store.order;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is answered.
 *
 * @param id the order, the subject of its events
 * @param group the group
 * @param unit the store
 * @param event the id of the sale's event
 * @param channel where it came in
 * @param customer who ordered, when known
 * @param time when, in the store's virtual time
 * @param lines what was ordered
 * @param total what the store earns by it before returns, in the group's currency
 * @param grossMerchandiseValue what changed hands, on a marketplace
 * @param attribution which units' products led to it
 */
public record OrderView(
        String id,
        String group,
        String unit,
        UUID event,
        String channel,
        @Nullable String customer,
        Instant time,
        List<Line> lines,
        BigDecimal total,
        @Nullable BigDecimal grossMerchandiseValue,
        List<Attribution> attribution) {
    /**
     * One line.
     *
     * @param line counted from 1
     * @param returned how many have come back
     */
    @Schema(name = "OrderLine")
    public record Line(
            int line,
            String sku,
            String category,
            String kind,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable BigDecimal unitCost,
            BigDecimal returned) {}

    static OrderView of(Order order) {
        CloudEvent event = order.event();
        SaleRecorded sale = order.sale();
        List<Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            total = total.add(line.unitPrice().multiply(line.quantity()));
            lines.add(new Line(
                    i + 1,
                    line.sku(),
                    line.category(),
                    line.kind().code(),
                    line.quantity(),
                    line.unitPrice(),
                    line.unitCost(),
                    order.returned(i + 1)));
        }
        return new OrderView(
                event.subject(),
                event.source().group(),
                event.source().unit(),
                event.id(),
                sale.channel(),
                sale.customer(),
                event.time(),
                lines,
                total,
                sale.grossMerchandiseValue(),
                sale.attribution());
    }
}
