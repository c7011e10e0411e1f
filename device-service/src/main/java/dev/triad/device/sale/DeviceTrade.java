package dev.triad.device.sale;

import dev.triad.device.cohort.DeviceScenarios;
import dev.triad.device.cohort.DeviceScenarios.DeviceUnit;
import dev.triad.device.cohort.SoldByCommand;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.SaleRecorded;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.Command;
import dev.triad.simulation.command.Commands;
import dev.triad.simulation.command.Draft;
import dev.triad.simulation.command.Stamp;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.DeviceScenario.DigitalGood;
import dev.triad.simulation.scenario.DeviceScenario.Product;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sells devices and virtual goods by command. */
@Singleton
public class DeviceTrade {
    private static final String DIRECT = "direct";

    private final DeviceScenarios devices;
    private final SoldByCommand sold;
    private final Commands commands;

    DeviceTrade(DeviceScenarios devices, SoldByCommand sold, Commands commands) {
        this.devices = devices;
        this.sold = sold;
        this.commands = commands;
    }

    /** Sells own devices; the cohort is the week of the sale. */
    Accepted sell(@Nullable String key, SellDevice request) {
        DeviceUnit unit = devices.require(request.group());
        return commands.submit(new Command(unit.source(), "sell-device", key, request, new Draft() {
            @Override
            public CloudEvent event(Stamp stamp) {
                return stamp.event("device-" + stamp.id(), sale(unit, request));
            }

            @Override
            public void accepted(CloudEvent event) {
                sold.recorded(event);
            }
        }));
    }

    /** Sells a virtual good on a device. */
    Accepted buy(@Nullable String key, BuySkill request) {
        DeviceUnit unit = devices.require(request.group());
        return commands.submit(new Command(unit.source(), "buy-skill", key, request, stamp -> {
            DigitalGood good = good(unit, request.sku());
            String cohort = Objects.requireNonNullElseGet(request.cohort(), () -> Cohort.weekOf(stamp.time()));
            Products.requireAny(unit, request.product());
            Attribution attribution = new Attribution(unit.source().unit(), request.product(), cohort, BigDecimal.ONE);
            BigDecimal quantity = BigDecimal.valueOf(Objects.requireNonNullElse(request.quantity(), 1));
            SaleRecorded sale = DeviceSales.digital(good, DIRECT, request.customer(), quantity, List.of(attribution));
            return stamp.event("skill-" + stamp.id(), sale);
        }));
    }

    private static SaleRecorded sale(DeviceUnit unit, SellDevice request) {
        Product product = Products.requireOwn(unit, request.product());
        BigDecimal price =
                Objects.requireNonNullElse(request.unitPrice(), product.price().value());
        BigDecimal quantity = BigDecimal.valueOf(Objects.requireNonNullElse(request.quantity(), 1));
        return new SaleRecorded(
                DIRECT, request.customer(), List.of(DeviceSales.line(product, quantity, price)), null, List.of());
    }

    private static DigitalGood good(DeviceUnit unit, String sku) {
        return unit.device().digital().stream()
                .filter(good -> good.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> ProblemCode.UNKNOWN_SKU.exception("sku", "is none; see GET /api/v1/products"));
    }
}
