package dev.triad.device.sale;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is answered.
 *
 * @param id the subject of the sale's event
 * @param event the id of the sale's event
 * @param sku what was sold
 * @param kind device or digital
 * @param quantity how many
 * @param unitPrice what the unit earns by one, in the group's currency
 * @param unitCost what one costs the unit, when it bears a cost
 * @param cohort the week of the sale
 * @param grossMerchandiseValue what the buyer pays, where the unit keeps a share of it
 * @param attribution the device that led to the sale, of virtual goods
 * @param time when, in the unit's virtual time
 */
public record SaleView(
        String id,
        UUID event,
        String sku,
        String kind,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable BigDecimal unitCost,
        String cohort,
        @Nullable BigDecimal grossMerchandiseValue,
        List<Attribution> attribution,
        Instant time) {

    static SaleView of(CloudEvent event) {
        SaleRecorded sale = (SaleRecorded) event.data();
        SaleLine line = sale.lines().getFirst();
        return new SaleView(
                event.subject(),
                event.id(),
                line.sku(),
                line.kind().code(),
                line.quantity(),
                line.unitPrice(),
                line.unitCost(),
                Cohort.weekOf(event.time()),
                sale.grossMerchandiseValue(),
                sale.attribution(),
                event.time());
    }
}
