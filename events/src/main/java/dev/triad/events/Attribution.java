package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which unit's product led to a sale, and by how much. It never becomes revenue: it is kept in memo
 * accounts.
 *
 * @param unit the unit that is credited, such as {@code device}
 * @param product its product, such as {@code echo-dot}
 * @param cohort the cohort of the product, such as the week it was sold in, {@code 2026-w03}
 * @param weight the share of the sale's contribution, greater than 0 and at most 1
 */
public record Attribution(String unit, String product, String cohort, BigDecimal weight) {
    public static final int ATTRIBUTIONS_MAX = 16;

    public Attribution {
        Names.require("attribution.unit", unit);
        Names.require("attribution.product", product);
        Names.require("attribution.cohort", cohort);
        Decimals.requirePositive("attribution.weight", weight);
        if (weight.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidEventException(Defect.ATTRIBUTION, "attribution.weight must be at most 1");
        }
    }

    static List<Attribution> requireAtMostOne(@Nullable List<Attribution> attribution) {
        List<Attribution> list = Require.list("attribution", attribution, 0, ATTRIBUTIONS_MAX);
        BigDecimal sum = BigDecimal.ZERO;
        for (Attribution item : list) {
            sum = sum.add(item.weight());
        }
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidEventException(Defect.ATTRIBUTION, "attribution weights sum to more than 1");
        }
        return list;
    }

    static Attribution read(JsonFields in) throws IOException {
        String unit = null;
        String product = null;
        String cohort = null;
        BigDecimal weight = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "unit" -> unit = in.text("attribution.unit", unit);
                case "product" -> product = in.text("attribution.product", product);
                case "cohort" -> cohort = in.text("attribution.cohort", cohort);
                case "weight" -> weight = in.decimal("attribution.weight", weight);
                default -> in.skip();
            }
        }
        return new Attribution(
                Require.present("attribution.unit", unit),
                Require.present("attribution.product", product),
                Require.present("attribution.cohort", cohort),
                Require.present("attribution.weight", weight));
    }
}
