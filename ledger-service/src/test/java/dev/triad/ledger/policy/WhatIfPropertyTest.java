package dev.triad.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.CloudEvent;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Streams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of every book, whatever its policy and whatever happened. */
class WhatIfPropertyTest {
    /** Two units of each of 120 entries, and as many times a factor of 3. */
    private static final long ROUNDING_MAX = 2L * 120 * 4;

    @Property(tries = 60)
    void theGroupsOwnPolicyMakesTheActualBookAccountForAccount(@ForAll long seed) {
        // Given
        List<CloudEvent> stream = shuffled(seed, 150);

        // When
        Map<String, BigInteger> declared = Derived.balances(stream, Policy.DECLARED);
        Map<String, BigInteger> spelledOut =
                Derived.balances(stream, Policy.ofTransferPrice(Price.of(Price.Method.FULL_COST)));

        // Then
        assertThat(declared).isEqualTo(Derived.actual(stream)).isNotEmpty();
        assertThat(spelledOut).isEqualTo(declared);
    }

    /** Entry by entry, and to the order of their postings. */
    @Property(tries = 60)
    void factorsOfOnePostTheActualBook(@ForAll long seed) {
        // Given
        List<CloudEvent> stream = shuffled(seed, 120);
        WhatIf book = new WhatIf(PostedStreams.group(stream), Policies.factors("1.0", "1", "1.000"));

        // When, then
        for (ActualEntry actual : Derived.entries(stream)) {
            assertThat(book.of(actual)).isEqualTo(actual.postings());
        }
    }

    @Property(tries = 60)
    void everyDerivedEntrySumsToZero(
            @ForAll long seed, @ForAll("allPolicies") Policy policy, @ForAll("factors") Factors factors) {
        // Given
        List<CloudEvent> stream = shuffled(seed, 120);
        WhatIf book = new WhatIf(PostedStreams.group(stream), policy.with(factors));

        // When, then
        for (ActualEntry actual : Derived.entries(stream)) {
            assertThat(book.of(actual).stream()
                            .map(posting -> BigInteger.valueOf(posting.amount()))
                            .reduce(BigInteger.ZERO, BigInteger::add))
                    .as(actual.toString())
                    .isZero();
        }
    }

    @Property(tries = 60)
    void theOrderOfArrivalMattersToNoBook(
            @ForAll long seed, @ForAll("policies") Policy policy, @ForAll("demands") Factors demand) {
        assertThat(Derived.balances(shuffled(seed, 120), policy.with(demand)))
                .isEqualTo(Derived.balances(Streams.of(seed, 120), policy.with(demand)));
    }

    /** Each return is rounded by itself, so those of a sale may leave a few of the smallest units where the order puts them. */
    @Property(tries = 60)
    void theOrderOfArrivalMattersToOtherPricesByTheirRoundingAlone(
            @ForAll long seed, @ForAll("factors") Factors factors) {
        // Given: weights are told by amounts alone, so what is attributed is left out
        Policy policy = Policies.memos(StorefrontPolicy.DECLARED, AttributionPolicy.NONE)
                .with(factors);

        // When
        Map<String, BigInteger> differences = differences(
                Derived.balances(shuffled(seed, 120), policy), Derived.balances(Streams.of(seed, 120), policy));

        // Then
        assertThat(differences)
                .allSatisfy((account, difference) -> assertThat(difference.abs())
                        .as(account)
                        .isLessThanOrEqualTo(BigInteger.valueOf(isRounded(account) ? 2L * 120 : 0)));
    }

    private static boolean isRounded(String account) {
        return account.contains(":storefront:") || account.contains(":revenue:") || account.endsWith(":assets:cash");
    }

    private static Map<String, BigInteger> differences(Map<String, BigInteger> first, Map<String, BigInteger> second) {
        Map<String, BigInteger> differences = new TreeMap<>(first);
        second.forEach((account, balance) -> differences.merge(account, balance.negate(), BigInteger::add));
        return differences;
    }

    /** Each entry is divided by itself, so a sale's returns may leave a few of the smallest units where the order puts them. */
    @Property(tries = 60)
    void theOrderOfArrivalMattersToMemosThatAreMadeAnewByTheirRoundingAlone(
            @ForAll long seed, @ForAll("allPolicies") Policy policy) {
        // Given
        Map<String, BigInteger> first = Derived.balances(shuffled(seed, 120), policy);
        Map<String, BigInteger> second = Derived.balances(Streams.of(seed, 120), policy);

        // When
        Map<String, BigInteger> differences = differences(first, second);

        // Then
        assertThat(differences)
                .allSatisfy((account, difference) -> assertThat(difference.abs())
                        .as(account)
                        .isLessThanOrEqualTo(BigInteger.valueOf(account.contains(":memo:") ? ROUNDING_MAX : 0)));
        assertThat(granted(first)).isEqualTo(granted(second));
    }

    /** What is granted for storefronts in all, whoever grants it: that is divided, and does not change. */
    private static BigInteger granted(Map<String, BigInteger> balances) {
        return balances.entrySet().stream()
                .filter(balance -> balance.getKey().contains(":storefront:granted:"))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Provide
    Arbitrary<Factors> factors() {
        Arbitrary<BigDecimal> factors =
                Arbitraries.of("0", "0.5", "0.913", "1", "1.2", "3.000000001").map(BigDecimal::new);
        return Combinators.combine(factors, factors, factors).as(Factors::new);
    }

    /** Usage is priced anew by its rates, so it is exact in any order. */
    @Provide
    Arbitrary<Factors> demands() {
        return Arbitraries.of("0", "0.5", "1", "1.2", "3.000000001")
                .map(demand -> new Factors(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal(demand)));
    }

    /** Those too that make memo pairs anew. */
    @Provide
    Arbitrary<Policy> allPolicies() {
        return Combinators.combine(
                        policies(),
                        Arbitraries.of(
                                StorefrontPolicy.DECLARED,
                                Policies.funded(Map.of("cloud", "0.137", "store", "0.863"))
                                        .storefront()),
                        Arbitraries.of(
                                AttributionPolicy.DECLARED,
                                Policies.scaled("0.37").attribution(),
                                Policies.scaled("3").attribution()))
                .as((policy, storefront, attribution) -> new Policy(
                        policy.transferPrice(),
                        policy.transferPriceOf(),
                        policy.referencePrice(),
                        policy.withoutUnits().contains("store") ? policy.storefront() : storefront,
                        attribution,
                        policy.withoutUnits(),
                        policy.capacityCost(),
                        policy.factors()));
    }

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<@Nullable Price> prices = Arbitraries.of(
                        Price.of(Price.Method.FREE),
                        Price.of(Price.Method.MARGINAL),
                        Price.of(Price.Method.FULL_COST),
                        Price.of(Price.Method.MARKET),
                        Price.costPlus("0.137"))
                .injectNull(0.2);
        return Combinators.combine(
                        prices,
                        prices,
                        Arbitraries.of(ReferencePrice.class),
                        Arbitraries.of(StorefrontPolicy.DECLARED, StorefrontPolicy.NONE),
                        Arbitraries.of(AttributionPolicy.DECLARED, AttributionPolicy.NONE),
                        Arbitraries.of(Set.<String>of(), Set.of("device"), Set.of("store", "device")))
                .as((price, compute, reference, storefront, attribution, without) -> new Policy(
                        price,
                        compute == null ? Map.of() : Map.of("compute", compute),
                        reference,
                        storefront,
                        attribution,
                        without,
                        CapacityCost.USAGE,
                        Factors.ONE));
    }

    private static List<CloudEvent> shuffled(long seed, int size) {
        List<CloudEvent> stream = new ArrayList<>(Streams.of(seed, size));
        Collections.shuffle(stream, new Random(seed));
        return stream;
    }
}
