package dev.triad.device.sale;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.device.cohort.DeviceScenarios;
import dev.triad.device.cohort.DeviceScenarios.DeviceUnit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Devices and virtual goods over HTTP. */
@Path("/api/v1/products")
@Tag(name = "products")
public class ProductResource {
    /**
     * What a device unit has to offer.
     *
     * @param own its own devices
     * @param thirdParty other makers' devices that speak with its voice; they cost the unit nothing
     * @param digital skills and other virtual goods
     */
    public record Offer(String group, String unit, List<Own> own, List<Other> thirdParty, List<Good> digital) {}

    /**
     * An own device.
     *
     * @param unitCost what one costs to make
     */
    public record Own(
            String product,
            String title,
            BigDecimal listPrice,
            @Nullable BigDecimal promotionPrice,
            BigDecimal unitCost) {}

    /** Another maker's device. */
    public record Other(String product, String title) {}

    /**
     * A virtual good.
     *
     * @param price what the buyer pays
     * @param share the share that the unit keeps
     */
    public record Good(String sku, String title, BigDecimal price, BigDecimal share) {}

    private final DeviceScenarios devices;

    ProductResource(DeviceScenarios devices) {
        this.devices = devices;
    }

    @GET
    @Needs(Role.READER)
    @Operation(summary = "Own devices with price and cost, other makers' devices, and virtual goods")
    public Offer get(@QueryParam("group") @Nullable String group) {
        DeviceUnit unit = devices.require(group);
        List<Own> own = unit.device().products().stream()
                .map(product -> new Own(
                        product.product(),
                        product.title(),
                        product.price().value(),
                        product.promotionPrice() == null
                                ? null
                                : product.promotionPrice().value(),
                        product.cost().value()))
                .toList();
        List<Other> others = unit.device().thirdParty().stream()
                .map(other -> new Other(other.product(), other.title()))
                .toList();
        List<Good> goods = unit.device().digital().stream()
                .map(good -> new Good(
                        good.sku(),
                        good.title(),
                        good.price().value(),
                        good.share().value()))
                .toList();
        return new Offer(unit.source().group(), unit.source().unit(), own, others, goods);
    }
}
