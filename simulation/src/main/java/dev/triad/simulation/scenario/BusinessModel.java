package dev.triad.simulation.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a store earns: on its own goods, on a share of others' sales, or on advertisements. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BusinessModel.Retail.class, name = "retail"),
    @JsonSubTypes.Type(value = BusinessModel.Marketplace.class, name = "marketplace"),
    @JsonSubTypes.Type(value = BusinessModel.Advertising.class, name = "advertising")
})
public sealed interface BusinessModel {
    /** What can be ordered. */
    List<CatalogueItem> catalogue();

    /** What it is called in a scenario. */
    default String model() {
        return switch (this) {
            case Retail _ -> "retail";
            case Marketplace _ -> "marketplace";
            case Advertising _ -> "advertising";
        };
    }

    /** The store sells its own goods: revenue is the price, and the goods have a cost. */
    record Retail(List<CatalogueItem> catalogue) implements BusinessModel {
        public Retail {
            catalogue = catalogueOf(catalogue);
        }
    }

    /**
     * Others sell; revenue is the store's share of what changes hands.
     *
     * @param takeRate the share of gross merchandise value, above 0 and at most 1
     */
    record Marketplace(List<CatalogueItem> catalogue, Calibrated takeRate) implements BusinessModel {
        public Marketplace {
            catalogue = catalogueOf(catalogue);
            Check.positive("takeRate", takeRate);
            Check.share("takeRate", takeRate);
        }
    }

    /** Advertisers pay for clicks; an item's cost is what is passed on to get the visitor. */
    record Advertising(List<CatalogueItem> catalogue) implements BusinessModel {
        public Advertising {
            catalogue = catalogueOf(catalogue);
        }
    }

    private static List<CatalogueItem> catalogueOf(@Nullable List<CatalogueItem> items) {
        List<CatalogueItem> catalogue = Check.list("catalogue", items, 1);
        Set<String> skus = new HashSet<>();
        for (CatalogueItem item : catalogue) {
            if (!skus.add(item.sku())) {
                throw new ScenarioException("catalogue names " + item.sku() + " twice");
            }
        }
        return catalogue;
    }
}
