package dev.triad.ledger.policy;

import dev.triad.events.GroupDeclared;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * By what a book posts the same events.
 *
 * @param transferPrice what units charge each other; null for what the group declared
 * @param transferPriceOf the same for single resources, by their names
 * @param referencePrice what that is compared to
 * @param storefront who grants the losses on devices
 * @param attribution how much of what sales contribute is attributed
 * @param withoutUnits units that do not exist in the book
 * @param capacityCost how fully distributed cost divides capacity; kept for those who ask the book, it posts nothing
 * @param factors by how much customers pay or use more or less
 */
public record Policy(
        @Nullable Price transferPrice,
        Map<String, Price> transferPriceOf,
        ReferencePrice referencePrice,
        StorefrontPolicy storefront,
        AttributionPolicy attribution,
        Set<String> withoutUnits,
        CapacityCost capacityCost,
        Factors factors) {
    /** The most resources with a price of their own. */
    public static final int RESOURCES_MAX = 256;

    /** What the group declared. */
    public static final Policy DECLARED = new Policy(
            null,
            Map.of(),
            ReferencePrice.LIST,
            StorefrontPolicy.DECLARED,
            AttributionPolicy.DECLARED,
            Set.of(),
            CapacityCost.USAGE,
            Factors.ONE);

    public Policy {
        transferPriceOf = Collections.unmodifiableMap(new TreeMap<>(transferPriceOf));
        withoutUnits = Collections.unmodifiableSet(new TreeSet<>(withoutUnits));
        if (transferPriceOf.size() > RESOURCES_MAX) {
            throw new IllegalArgumentException("transferPriceOf has at most " + RESOURCES_MAX + " resources");
        }
        if (withoutUnits.size() > GroupDeclared.UNITS_MAX) {
            throw new IllegalArgumentException("withoutUnits has at most " + GroupDeclared.UNITS_MAX + " units");
        }
        if (storefront instanceof StorefrontPolicy.FundedBy funding
                && !Collections.disjoint(funding.weights().keySet(), withoutUnits)) {
            throw new IllegalArgumentException("storefront.fundedBy names units that withoutUnits leaves out");
        }
    }

    public static Policy ofTransferPrice(Price price) {
        return new Policy(
                price,
                Map.of(),
                DECLARED.referencePrice,
                DECLARED.storefront,
                DECLARED.attribution,
                Set.of(),
                DECLARED.capacityCost,
                DECLARED.factors);
    }

    /** This policy in a group without some of its units. */
    public Policy without(Set<String> units) {
        return new Policy(
                transferPrice, transferPriceOf, referencePrice, storefront, attribution, units, capacityCost, factors);
    }

    /** This policy with customers who pay or use more or less. */
    public Policy with(Factors others) {
        return new Policy(
                transferPrice,
                transferPriceOf,
                referencePrice,
                storefront,
                attribution,
                withoutUnits,
                capacityCost,
                others);
    }

    /** The transfer price of a resource, or null for what the group declared. */
    @Nullable
    Price transferPriceOf(String resource) {
        return transferPriceOf.getOrDefault(resource, transferPrice);
    }
}
