package dev.triad.events;

import java.util.List;

/**
 * A unit of a group.
 *
 * @param unit its name in {@code ce_source}
 * @param name what people call it
 * @param storefrontFor the units that sell through its devices, and so grant the storefront subsidy when
 *     a device is sold below cost; empty when there are none
 */
public record DeclaredUnit(String unit, String name, List<String> storefrontFor) {
    public DeclaredUnit {
        Names.require("units.unit", unit);
        Names.requireText("units.name", name);
        storefrontFor = Require.list("units.storefrontFor", storefrontFor, 0, GroupDeclared.UNITS_MAX);
        storefrontFor.forEach(other -> Names.require("units.storefrontFor", other));
        if (storefrontFor.contains(unit)) {
            throw new InvalidEventException(Defect.FIELD, "units.storefrontFor must not name the unit itself");
        }
    }
}
