package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A consolidation group as declared.
 *
 * @param name its name in {@code ce_source}
 * @param title what people call it
 * @param asset the currency and scale of all its amounts
 * @param transferPrice what its units charge each other for usage without an explicit charge
 * @param units by name, in their natural order
 */
public record Group(
        String name, String title, Asset asset, TransferPriceMethod transferPrice, Map<String, DeclaredUnit> units)
        implements PricePolicy {
    public Group {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** The group that a declaration makes, or what it makes of the group that is there. */
    public static Group declared(String name, GroupDeclared declaration) {
        TreeMap<String, DeclaredUnit> units = new TreeMap<>();
        declaration.units().forEach(unit -> units.put(unit.unit(), unit));
        return new Group(name, declaration.name(), declaration.asset(), declaration.transferPrice(), units);
    }

    /** Whether a further declaration only adds units: asset and policy stand once amounts rest on them. */
    public boolean accepts(Group other) {
        return asset.equals(other.asset)
                && transferPrice == other.transferPrice
                && other.units.values().stream()
                        .allMatch(unit -> !units.containsKey(unit.unit())
                                || unit.storefrontFor().equals(unit(unit.unit()).storefrontFor()));
    }

    /** This group with the units of another declaration of it added. */
    public Group merged(Group other) {
        TreeMap<String, DeclaredUnit> all = new TreeMap<>(other.units);
        all.putAll(units);
        return new Group(name, title, asset, transferPrice, all);
    }

    @Override
    public BigDecimal transferPrice(Usage usage, Rate rate) {
        return rate.transferPrice(transferPrice);
    }

    /** What a customer outside would pay. */
    @Override
    public BigDecimal referencePrice(Usage usage, Rate rate) {
        return rate.prices().list();
    }

    public boolean hasUnit(String unit) {
        return units.containsKey(unit);
    }

    /** The unit of that name, which must have been declared. */
    public DeclaredUnit unit(String unit) {
        DeclaredUnit declared = units.get(unit);
        if (declared == null) {
            throw new IllegalArgumentException("the group " + name + " has no unit " + unit);
        }
        return declared;
    }
}
