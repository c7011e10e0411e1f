package dev.triad.store.catalogue;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.store.order.Stores;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP. */
@Path("/api/v1/catalogue")
@Tag(name = "catalogue")
public class CatalogueResource {
    /**
     * What a store offers.
     *
     * @param group the group
     * @param unit the store
     * @param model how it earns: retail, marketplace or advertising
     * @param items what can be ordered
     */
    public record Catalogue(String group, String unit, String model, List<Item> items) {}

    /**
     * One item.
     *
     * @param price what the buyer pays for one
     * @param cost what one costs the store, when it bears a cost
     */
    public record Item(
            String sku,
            String category,
            String title,
            BigDecimal price,
            @Nullable BigDecimal cost) {}

    private final Stores stores;

    CatalogueResource(Stores stores) {
        this.stores = stores;
    }

    @GET
    @Needs(Role.READER)
    @Operation(summary = "What a store offers, with prices and costs in the group's currency")
    public Catalogue get(@QueryParam("group") @Nullable String group) {
        Stores.Store store = stores.require(group);
        List<Item> items = store.till().catalogue().stream()
                .map(item -> new Item(
                        item.sku(),
                        item.category(),
                        item.title(),
                        item.price().value(),
                        item.cost() == null ? null : item.cost().value()))
                .toList();
        return new Catalogue(
                store.source().group(),
                store.source().unit(),
                store.scenario().business().model(),
                items);
    }
}
