package dev.triad.events;

import java.io.IOException;
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
                throw new InvalidEventException(Defect.FIELD, "units names a unit twice");
            }
        }
    }

    static GroupDeclared read(JsonFields in) throws IOException {
        String name = null;
        String asset = null;
        TransferPriceMethod transferPrice = null;
        List<DeclaredUnit> units = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "name" -> name = in.text("name", name);
                case "asset" -> asset = in.text("asset", asset);
                case "transferPrice" ->
                    transferPrice = in.code("transferPrice", transferPrice, TransferPriceMethod.CODES);
                case "units" -> units = in.objects("units", units, UNITS_MAX, DeclaredUnit::read);
                default -> in.skip();
            }
        }
        return new GroupDeclared(
                Require.present("name", name),
                Asset.parse(Require.present("asset", asset)),
                Require.present("transferPrice", transferPrice),
                Require.present("units", units));
    }
}
