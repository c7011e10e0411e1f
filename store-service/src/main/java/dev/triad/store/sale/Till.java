package dev.triad.store.sale;

import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.simulation.scenario.BusinessModel;
import dev.triad.simulation.scenario.BusinessModel.Advertising;
import dev.triad.simulation.scenario.BusinessModel.Marketplace;
import dev.triad.simulation.scenario.BusinessModel.Retail;
import dev.triad.simulation.scenario.CatalogueItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a basket into a sale, by the way in which the store earns: a retailer's revenue is the price of
 * its goods; a marketplace's is its share of what changes hands; an advertiser pays by the click.
 */
public final class Till {
    private final BusinessModel business;
    private final Map<String, CatalogueItem> items = new LinkedHashMap<>();

    public Till(BusinessModel business) {
        this.business = business;
        business.catalogue().forEach(item -> items.put(item.sku(), item));
    }

    /** What can be ordered. */
    public List<CatalogueItem> catalogue() {
        return List.copyOf(items.values());
    }

    /**
     * The sale of a basket.
     *
     * @throws UnknownSkuException when the catalogue does not have what is asked for
     * @throws dev.triad.events.InvalidEventException when the basket breaks the event contract
     */
    public SaleRecorded sell(Basket basket) {
        List<SaleLine> lines = new ArrayList<>();
        BigDecimal value = BigDecimal.ZERO;
        for (int i = 0; i < basket.lines().size(); i++) {
            BasketLine wanted = basket.lines().get(i);
            CatalogueItem item = item(wanted.sku(), i + 1);
            lines.add(line(item, wanted.quantity()));
            value = value.add(item.price().value().multiply(wanted.quantity()));
        }
        return new SaleRecorded(
                basket.channel(), basket.customer(), lines, grossMerchandiseValue(value), basket.attribution());
    }

    private CatalogueItem item(String sku, int line) {
        CatalogueItem item = items.get(sku);
        if (item == null) {
            throw new UnknownSkuException(sku, line);
        }
        return item;
    }

    private SaleLine line(CatalogueItem item, BigDecimal quantity) {
        BigDecimal price = item.price().value();
        return switch (business) {
            case Retail _ -> new SaleLine(item.sku(), item.category(), LineKind.GOODS, quantity, price, cost(item));
            case Marketplace marketplace ->
                new SaleLine(
                        item.sku(),
                        item.category(),
                        LineKind.FEE,
                        quantity,
                        price.multiply(marketplace.takeRate().value()),
                        cost(item));
            case Advertising _ ->
                new SaleLine(item.sku(), item.category(), LineKind.ADVERTISING, quantity, price, cost(item));
        };
    }

    /** Only a marketplace tells it: there the lines are the fee, and not what changed hands. */
    private @Nullable BigDecimal grossMerchandiseValue(BigDecimal value) {
        return switch (business) {
            case Marketplace _ -> value;
            case Retail _, Advertising _ -> null;
        };
    }

    private static @Nullable BigDecimal cost(CatalogueItem item) {
        return item.cost() == null ? null : item.cost().value();
    }
}
