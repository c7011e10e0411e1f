package dev.triad.ledger.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.events.Names;
import dev.triad.ledger.policy.CapacityCost;
import dev.triad.ledger.policy.Codes;
import dev.triad.ledger.policy.Factors;
import dev.triad.ledger.policy.Policy;
import dev.triad.ledger.policy.Price;
import dev.triad.ledger.policy.ReferencePrice;
import dev.triad.ledger.policy.StorefrontPolicy;
import dev.triad.ledger.posting.Group;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy as it is asked for, stored and shown. What is left out is as the group declared. */
public record PolicyView(
        @Valid @Nullable PriceView transferPrice,

        @Schema(description = "Transfer prices of single resources") @Nullable
        Map<String, @Valid PriceView> transferPriceOf,

        @Schema(description = "What a transfer price is compared to: list, full-cost or marginal") @Nullable
        String referencePrice,

        @Schema(
                description =
                        "Who grants the loss on devices: declared; none; or fundedBy, units with their weights, which sum to 1",
                implementation = Object.class,
                oneOf = {String.class, MemoRules.FundedByView.class})
        @Nullable
        JsonNode storefront,

        @Schema(
                description =
                        "How much of what events attribute is attributed: declared; none; or a factor, 0 to 100, by which there"
                                + " is never more than all that a sale contributes",
                implementation = Object.class,
                oneOf = {String.class, MemoRules.FactorView.class})
        @Nullable
        JsonNode attribution,

        @Schema(description = "Units that do not exist in the book") @Nullable
        List<String> withoutUnits,

        @Schema(
                description =
                        "How fully distributed cost divides capacity: by usage, by revenue, or equal. Posts nothing")
        @Nullable
        String capacityCost,

        @Schema(description = "What customers pay for devices, times a factor; what devices lose follows")
        @Valid
        @Nullable
        BusinessFactorView devicePrice,

        @Schema(description = "The fees that a marketplace takes, times a factor") @Valid @Nullable
        BusinessFactorView takeRate,

        @Schema(
                description =
                        "What customers outside use, times a factor, at the marginal cost of the rate that priced it; capacity stays")
        @Valid
        @Nullable
        BusinessFactorView outsideDemand) {
    static PolicyView of(Policy policy) {
        Map<String, PriceView> resources = new TreeMap<>();
        policy.transferPriceOf().forEach((resource, price) -> resources.put(resource, PriceView.of(price)));
        return new PolicyView(
                policy.transferPrice() == null ? null : PriceView.of(policy.transferPrice()),
                resources,
                Codes.of(policy.referencePrice()),
                MemoRules.json(policy.storefront()),
                MemoRules.json(policy.attribution()),
                List.copyOf(policy.withoutUnits()),
                Codes.of(policy.capacityCost()),
                BusinessFactorView.of(policy.factors().devicePrice()),
                BusinessFactorView.of(policy.factors().takeRate()),
                BusinessFactorView.of(policy.factors().outsideDemand()));
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    Policy policy() {
        Map<String, Price> resources = new HashMap<>();
        if (transferPriceOf != null) {
            transferPriceOf.forEach((resource, price) -> {
                if (!Names.isName(resource)) {
                    throw new IllegalArgumentException("transferPriceOf." + resource + " is no name of a resource");
                }
                resources.put(resource, price.price("transferPriceOf." + resource));
            });
        }
        return new Policy(
                transferPrice == null ? null : transferPrice.price("transferPrice"),
                resources,
                parse("referencePrice", ReferencePrice.class, referencePrice, Policy.DECLARED.referencePrice()),
                MemoRules.storefront(storefront),
                MemoRules.attribution(attribution),
                withoutUnits == null ? Set.of() : Set.copyOf(withoutUnits),
                parse("capacityCost", CapacityCost.class, capacityCost, Policy.DECLARED.capacityCost()),
                new Factors(
                        BusinessFactorView.number("devicePrice", devicePrice),
                        BusinessFactorView.number("takeRate", takeRate),
                        BusinessFactorView.number("outsideDemand", outsideDemand)));
    }

    /**
     * The policy of a book of a group.
     *
     * @throws IllegalArgumentException when it is none, or names a unit that the group has not
     */
    Policy policy(Group group) {
        Policy policy = policy();
        for (String unit : policy.withoutUnits()) {
            if (!group.hasUnit(unit)) {
                throw new IllegalArgumentException("withoutUnits: the group " + group.name() + " has no unit " + unit);
            }
        }
        if (policy.storefront() instanceof StorefrontPolicy.FundedBy funding) {
            funding.weights().keySet().forEach(unit -> requireFunder(group, unit));
        }
        return policy;
    }

    private static void requireFunder(Group group, String unit) {
        if (!group.hasUnit(unit)) {
            throw new IllegalArgumentException(
                    "storefront.fundedBy: the group " + group.name() + " has no unit " + unit);
        }
        if (!group.unit(unit).storefrontFor().isEmpty()) {
            throw new IllegalArgumentException(
                    "storefront.fundedBy: " + unit + " is a storefront itself, and cannot grant what it loses");
        }
    }

    private static <E extends Enum<E>> E parse(String field, Class<E> type, @Nullable String code, E otherwise) {
        return code == null ? Objects.requireNonNull(otherwise) : Codes.parse(field, type, code);
    }
}
