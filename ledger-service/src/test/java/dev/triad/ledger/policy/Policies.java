package dev.triad.ledger.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Policies that differ from the declared one by little. */
final class Policies {
    private Policies() {}

    static Policy funded(Map<String, String> weights) {
        SortedMap<String, BigDecimal> byUnit = new TreeMap<>();
        weights.forEach((unit, weight) -> byUnit.put(unit, new BigDecimal(weight)));
        return memos(new StorefrontPolicy.FundedBy(byUnit), AttributionPolicy.DECLARED);
    }

    static Policy scaled(String factor) {
        return memos(StorefrontPolicy.DECLARED, new AttributionPolicy.Scaled(new BigDecimal(factor)));
    }

    static Policy memos(StorefrontPolicy storefront, AttributionPolicy attribution) {
        return new Policy(
                null,
                Map.of(),
                ReferencePrice.LIST,
                storefront,
                attribution,
                Set.of(),
                CapacityCost.USAGE,
                Factors.ONE);
    }

    static Policy factors(String devicePrice, String takeRate, String outsideDemand) {
        return Policy.DECLARED.with(
                new Factors(new BigDecimal(devicePrice), new BigDecimal(takeRate), new BigDecimal(outsideDemand)));
    }
}
