package dev.triad.cli.imports.format;

import dev.triad.events.Asset;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.TransferPriceMethod;
import java.util.List;
import java.util.Map;

/**
 * A group as the ledger has it from earlier declarations. What amounts rest on stands: a further declaration can
 * add units and change nothing else.
 *
 * @param asset the currency and scale of its amounts
 * @param transferPrice what its units charge each other
 * @param storefronts the units that each of its units is a storefront for, by unit
 */
public record KnownGroup(Asset asset, TransferPriceMethod transferPrice, Map<String, List<String>> storefronts) {
    public KnownGroup {
        storefronts = Map.copyOf(storefronts);
    }

    /** Whether the ledger would take this declaration as it is. */
    boolean takes(TransferPriceMethod method, List<DeclaredUnit> units) {
        return method == transferPrice
                && units.stream()
                        .allMatch(unit -> storefronts
                                .getOrDefault(unit.unit(), unit.storefrontFor())
                                .equals(unit.storefrontFor()));
    }

    /** Those of the units that it does not have. */
    List<DeclaredUnit> missing(List<DeclaredUnit> units) {
        return units.stream()
                .filter(unit -> !storefronts.containsKey(unit.unit()))
                .toList();
    }
}
