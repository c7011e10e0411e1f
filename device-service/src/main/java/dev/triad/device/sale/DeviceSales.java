package dev.triad.device.sale;

import dev.triad.events.Attribution;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.simulation.scenario.DeviceScenario.DigitalGood;
import dev.triad.simulation.scenario.DeviceScenario.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sale of a device or of a virtual good looks like. */
public final class DeviceSales {
    private static final String DEVICES = "devices";
    private static final String DIGITAL_GOODS = "digital-goods";

    private DeviceSales() {}

    /** A line for devices, at the price paid; the cost is the product's. */
    public static SaleLine line(Product product, BigDecimal quantity, BigDecimal price) {
        return new SaleLine(
                product.product(),
                DEVICES,
                LineKind.DEVICE,
                quantity,
                price,
                product.cost().value());
    }

    /**
     * The sale of a virtual good. The unit sells it for its maker: its revenue is its share of the price,
     * and the price itself is the gross merchandise value.
     */
    public static SaleRecorded digital(
            DigitalGood good,
            String channel,
            @Nullable String customer,
            BigDecimal quantity,
            List<Attribution> attribution) {
        BigDecimal price = good.price().value();
        BigDecimal kept = price.multiply(good.share().value());
        SaleLine line = new SaleLine(good.sku(), DIGITAL_GOODS, LineKind.DIGITAL, quantity, kept, null);
        return new SaleRecorded(channel, customer, List.of(line), price.multiply(quantity), attribution);
    }
}
