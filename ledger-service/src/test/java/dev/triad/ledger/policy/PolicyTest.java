package dev.triad.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a policy and what is none. */
class PolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.10", "100", "0.000000001"})
    void costPlusTakesAMarkup(String markup) {
        assertThat(Price.costPlus(markup).markup()).isEqualByComparingTo(markup);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.01", "0.0000000001"})
    void aMarkupIsAPartOfTheCost(String markup) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.costPlus(markup))
                .withMessageContaining("0 to 100");
    }

    @Test
    void costPlusNeedsAMarkup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(Price.Method.COST_PLUS))
                .withMessageContaining("needs a markup");
    }

    @ParameterizedTest
    @EnumSource(value = Price.Method.class, names = "COST_PLUS", mode = EnumSource.Mode.EXCLUDE)
    void noOtherMethodTakesOne(Price.Method method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Price(method, BigDecimal.ONE))
                .withMessageContaining("not with " + Codes.of(method));
    }

    @Test
    void aResourceMayHaveAPriceOfItsOwn() {
        // Given
        Policy policy = new Policy(
                Price.of(Price.Method.FREE),
                Map.of("compute", Price.of(Price.Method.MARKET)),
                ReferencePrice.LIST,
                StorefrontPolicy.DECLARED,
                AttributionPolicy.DECLARED,
                Policy.DECLARED.withoutUnits(),
                CapacityCost.EQUAL,
                Factors.ONE);

        // When
        @Nullable Price compute = policy.transferPriceOf("compute");
        @Nullable Price storage = policy.transferPriceOf("storage");

        // Then
        assertThat(compute).isEqualTo(Price.of(Price.Method.MARKET));
        assertThat(storage).isEqualTo(Price.of(Price.Method.FREE));
        assertThat(Policy.DECLARED.transferPriceOf("compute")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.7,0.2,not to 0.9", "0.7,0.4,not to 1.1", "1.1,-0.1,must be above 0", "1,0,must be above 0"})
    void weightsAreAboveZeroAndSumToOne(BigDecimal store, BigDecimal cloud, String words) {
        TreeMap<String, BigDecimal> weights = new TreeMap<>(Map.of("store", store, "cloud", cloud));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorefrontPolicy.FundedBy(weights))
                .withMessageContaining(words);
    }

    @Test
    void whoDoesNotExistFundsNothing() {
        // Given
        StorefrontPolicy byStore = new StorefrontPolicy.FundedBy(new TreeMap<>(Map.of("store", BigDecimal.ONE)));

        // When, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(
                        null,
                        Map.of(),
                        ReferencePrice.LIST,
                        byStore,
                        AttributionPolicy.DECLARED,
                        Set.of("store"),
                        CapacityCost.USAGE,
                        Factors.ONE))
                .withMessageContaining("withoutUnits leaves out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.1", "0.0000000001"})
    void aFactorIsFromNothingToAHundred(BigDecimal factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributionPolicy.Scaled(factor))
                .withMessageContaining("from 0 to 100");
    }

    @Test
    void thereAreOnlySoManyResourcesWithAPriceOfTheirOwn() {
        // Given
        Map<String, Price> resources = new HashMap<>();
        for (int i = 0; i <= Policy.RESOURCES_MAX; i++) {
            resources.put("resource-" + i, Price.of(Price.Method.FREE));
        }

        // When, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(
                        null,
                        resources,
                        ReferencePrice.LIST,
                        StorefrontPolicy.DECLARED,
                        AttributionPolicy.DECLARED,
                        Policy.DECLARED.withoutUnits(),
                        CapacityCost.USAGE,
                        Factors.ONE))
                .withMessageContaining("at most 256");
    }

    @Test
    void aCodeThatThereIsNotIsToldWithThoseThatThereAre() {
        assertThat(Codes.parse("method", Price.Method.class, "cost-plus")).isEqualTo(Price.Method.COST_PLUS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.parse("method", Price.Method.class, "list"))
                .withMessage("method must be one of free, marginal, full-cost, cost-plus, market, not list");
    }
}
