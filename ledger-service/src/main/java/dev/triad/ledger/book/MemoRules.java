package dev.triad.ledger.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.ledger.policy.AttributionPolicy;
import dev.triad.ledger.policy.StorefrontPolicy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a policy's memo pairs are written: a word, or an object that says more. */
final class MemoRules {
    private static final String DECLARED = "declared";
    private static final String NONE = "none";
    private static final String FUNDED_BY = "fundedBy";
    private static final String FACTOR = "factor";

    /** Who grants the loss on devices. */
    record FundedByView(
            @Schema(description = "By unit its weight; weights sum to 1")
            Map<String, String> fundedBy) {}

    /** How much of what events attribute is attributed. */
    record FactorView(
            @Schema(description = "0 to 100; never more than all that a sale contributes")
            String factor) {}

    private MemoRules() {}

    static JsonNode json(StorefrontPolicy policy) {
        return switch (policy) {
            case StorefrontPolicy.Declared _ -> text(DECLARED);
            case StorefrontPolicy.None _ -> text(NONE);
            case StorefrontPolicy.FundedBy funding -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                ObjectNode weights = json.putObject(FUNDED_BY);
                funding.weights().forEach((unit, weight) -> weights.put(unit, weight.toPlainString()));
                yield json;
            }
        };
    }

    static JsonNode json(AttributionPolicy policy) {
        return switch (policy) {
            case AttributionPolicy.Declared _ -> text(DECLARED);
            case AttributionPolicy.None _ -> text(NONE);
            case AttributionPolicy.Scaled scaled ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put(FACTOR, scaled.factor().toPlainString());
        };
    }

    private static JsonNode text(String word) {
        return JsonNodeFactory.instance.textNode(word);
    }

    /** @throws IllegalArgumentException when it is none; the message says what there is */
    static StorefrontPolicy storefront(@Nullable JsonNode json) {
        if (isWord(json, DECLARED)) {
            return StorefrontPolicy.DECLARED;
        }
        if (isWord(json, NONE)) {
            return StorefrontPolicy.NONE;
        }
        JsonNode weights = only(json, FUNDED_BY);
        if (weights == null || !weights.isObject()) {
            throw new IllegalArgumentException("storefront must be declared, none, or units with their weights such as"
                    + " {\"fundedBy\": {\"store\": \"0.7\", \"cloud\": \"0.3\"}}");
        }
        TreeMap<String, BigDecimal> byUnit = new TreeMap<>();
        weights.properties()
                .forEach(weight -> byUnit.put(
                        weight.getKey(), number("storefront.fundedBy." + weight.getKey(), weight.getValue())));
        return new StorefrontPolicy.FundedBy(byUnit);
    }

    /** @throws IllegalArgumentException when it is none; the message says what there is */
    static AttributionPolicy attribution(@Nullable JsonNode json) {
        if (isWord(json, DECLARED)) {
            return AttributionPolicy.DECLARED;
        }
        if (isWord(json, NONE)) {
            return AttributionPolicy.NONE;
        }
        JsonNode factor = only(json, FACTOR);
        if (factor == null) {
            throw new IllegalArgumentException(
                    "attribution must be declared, none, or a factor such as {\"factor\": \"0.5\"}");
        }
        return new AttributionPolicy.Scaled(number("attribution.factor", factor));
    }

    /** What is left out is as declared. */
    private static boolean isWord(@Nullable JsonNode json, String word) {
        return json == null || json.isNull()
                ? word.equals(DECLARED)
                : json.isTextual() && json.textValue().equals(word);
    }

    /** The one field of an object that has just that one. */
    private static @Nullable JsonNode only(@Nullable JsonNode json, String field) {
        return json != null && json.isObject() && json.size() == 1 ? json.get(field) : null;
    }

    private static BigDecimal number(String field, JsonNode json) {
        try {
            return new BigDecimal(json.isTextual() ? json.textValue() : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " must be a number as a text, such as \"0.5\"", e);
        }
    }
}
