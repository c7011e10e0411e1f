package dev.triad.events;

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
            throw new InvalidEventException(
                    Defect.ATTRIBUTION, "attribution weights sum to " + sum.toPlainString() + ", which is more than 1");
        }
        return list;
    }
}
