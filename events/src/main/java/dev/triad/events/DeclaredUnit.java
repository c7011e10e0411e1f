package dev.triad.events;

import java.io.IOException;
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
        Require.distinct("units.storefrontFor", storefrontFor);
        if (storefrontFor.contains(unit)) {
            throw new InvalidEventException(Defect.FIELD, "units.storefrontFor must not name the unit itself");
        }
    }

    static DeclaredUnit read(JsonFields in) throws IOException {
        String unit = null;
        String name = null;
        List<String> storefrontFor = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "unit" -> unit = in.text("units.unit", unit);
                case "name" -> name = in.text("units.name", name);
                case "storefrontFor" ->
                    storefrontFor = in.texts("units.storefrontFor", storefrontFor, GroupDeclared.UNITS_MAX);
                default -> in.skip();
            }
        }
        return new DeclaredUnit(
                Require.present("units.unit", unit),
                Require.present("units.name", name),
                Require.orEmpty(storefrontFor));
    }
}
