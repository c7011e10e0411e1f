package dev.triad.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A group exists; {@code ce_subject} is the group. A later declaration may add units; it cannot change
 * the asset.
 *
 * @param name what people call it
 * @param asset the currency and scale of all its amounts
 * @param transferPrice what its units charge each other for usage without an explicit charge
 * @param units its units, 1 to {@value #UNITS_MAX}
 */
public record GroupDeclared(String name, Asset asset, TransferPriceMethod transferPrice, List<DeclaredUnit> units)
        implements Event {

    public static final int UNITS_MAX = 64;

    public GroupDeclared {
        Names.requireText("name", name);
        Require.present("asset", asset);
        Require.present("transferPrice", transferPrice);
        units = Require.list("units", units, 1, UNITS_MAX);
        Set<String> seen = new HashSet<>();
        for (DeclaredUnit unit : units) {
            if (!seen.add(unit.unit())) {
                throw new InvalidEventException(Defect.FIELD, "units names " + unit.unit() + " twice");
            }
        }
    }
}
