package dev.triad.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.triad.events.Attribution;
import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.Event;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.posting.Streams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a book posts of the entries of the actual one, in numbers. */
class WhatIfTest {
    private static final String SUBSIDY = ":memo:imputed-subsidy:transfer-price:";

    /** Two units of each of 120 entries, and as many times a factor of 3. */
    private static final long ROUNDING_MAX = 2L * 120 * 4;

    private final List<CloudEvent> events = new ArrayList<>(List.of(Streams.declaration()));

    @ParameterizedTest
    @CsvSource({"FREE,0,8", "MARGINAL,2,6", "FULL_COST,5,3", "MARKET,8,0"})
    void eachMethodChargesItsPriceAndImputesTheRest(Price.Method method, String charged, String subsidy) {
        // Given: 200 hours by the store, at 0.04 on the list, 0.01 at the margin and 0.025 fully distributed
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("store", "200", null);

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(method)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore(charged, subsidy));
    }

    @Test
    void costPlusAddsItsMarkupToTheFullCost() {
        // Given
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("store", "200", null);

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.costPlus("0.10")));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("5.5", "2.5"));
    }

    @Test
    void anAmountIsRoundedOnceWhereThePriceMeetsTheQuantity() {
        // Given: 0.0000000015 × 1.1 is 0.00000000165, of which 3 hours are 0.00000000495
        rate("1", "0", "0.0000000015", Duration.ZERO);
        usage("store", "3", null);

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.costPlus("0.1")));

        // Then
        assertThat(book).containsEntry("store:expenses:intersegment:cloud:compute", BigInteger.valueOf(5));
    }

    @ParameterizedTest
    @CsvSource({"LIST,3", "FULL_COST,0", "MARGINAL,-3"})
    void theReferencePriceSaysWhatIsImputed(ReferencePrice reference, String subsidy) {
        // Given: a transfer price of 0.025, as the group declared
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("store", "200", null);

        // When
        Map<String, BigInteger> book = book(new Policy(
                null,
                Map.of(),
                reference,
                StorefrontPolicy.DECLARED,
                AttributionPolicy.DECLARED,
                Set.of(),
                CapacityCost.USAGE));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("5", subsidy));
    }

    @Test
    void aRateThatComesLateIsADifferenceOfTheBooksOwnPrices() {
        // Given
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("store", "200", null);
        rate("0.03", "0.02", "0.025", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(Price.Method.MARGINAL)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("4", "2"));
    }

    @Test
    void aRateThatChangesNothingInTheActualBookMayChangeAnother() {
        // Given: of the prices that the actual book goes by, list and full cost, neither changes
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("store", "200", null);
        Map<String, BigInteger> before = Derived.actual(events);
        rate("0.04", "0.02", "0.025", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(Price.Method.MARGINAL)));

        // Then
        assertThat(Derived.actual(events)).isEqualTo(before);
        assertThat(book).isEqualTo(betweenCloudAndStore("4", "4"));
    }

    @ParameterizedTest
    @CsvSource({"FREE,0,2", "MARKET,2,0", "FULL_COST,0.5,1.5", "MARGINAL,0.5,1.5"})
    void whatWasBilledIsFreeOrAtTheListPriceOrAsBilled(Price.Method method, String charged, String subsidy) {
        // Given
        usage("store", "1000", new Charge(new BigDecimal("0.50"), new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(method)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore(charged, subsidy));
    }

    @Test
    void whatWasBilledNothingIsChargedWithoutAResource() {
        // Given
        usage("store", "1000", new Charge(BigDecimal.ZERO, new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(Price.Method.MARKET)));

        // Then
        assertThat(book)
                .containsOnly(
                        entry("store:expenses:intersegment:cloud:unbilled", amount("2")),
                        entry("store:liabilities:intersegment:cloud", amount("-2")),
                        entry("cloud:assets:intersegment:store", amount("2")),
                        entry("cloud:revenue:intersegment:store:unbilled", amount("-2")));
    }

    @Test
    void whatCustomersOutsidePayIsTheSameInEveryBook() {
        // Given
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("acme", "100", null);
        rate("0.03", "0.01", "0.02", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = book(Policy.ofTransferPrice(Price.of(Price.Method.FREE)));

        // Then
        assertThat(book)
                .containsOnly(
                        entry("cloud:assets:receivables:acme", amount("3")),
                        entry("cloud:revenue:external:compute", amount("-3")));
    }

    @Test
    void memoPairsAreKeptOrLeftOut() {
        // Given: a device sold below cost, led to by the cloud's search
        sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");

        // When
        Map<String, BigInteger> plain = book(memos(StorefrontPolicy.NONE, AttributionPolicy.NONE));

        // Then
        assertThat(Derived.actual(events).keySet()).anyMatch(account -> account.contains(":memo:"));
        assertThat(plain.keySet()).noneMatch(account -> account.contains(":memo:"));
        assertThat(plain).containsEntry("device:assets:cash", amount("29"));
    }

    @ParameterizedTest
    @CsvSource({"31,0.6,1.4", "29.000000003,0.000000001,0.000000002"})
    void aLossOnADeviceIsGrantedByWeightsToTheLastUnit(String cost, String byCloud, String byStore) {
        // Given: the group declared that the store grants all of it
        sale(Streams.DEVICE, LineKind.DEVICE, "29", cost, "cloud");

        // When
        Map<String, BigInteger> book = book(funded(Map.of("store", "0.7", "cloud", "0.3")));

        // Then
        String received = "device:memo:imputed-subsidy:storefront:received:";
        assertThat(book)
                .containsEntry(received + "cloud:sku:2026-w01", amount(byCloud))
                .containsEntry(received + "store:sku:2026-w01", amount(byStore))
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", amount("-" + byCloud))
                .containsEntry("store:memo:imputed-subsidy:storefront:granted:device", amount("-" + byStore));
    }

    @ParameterizedTest
    @CsvSource({"0.5,1", "0.123456789,0.246913578", "1,2", "2,4", "3,4"})
    void anAttributionIsScaledAndNeverMoreThanAllThatASaleContributes(String factor, String attributed) {
        // Given: a sale that contributes 4, half of which is attributed to devices
        sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");

        // When
        Map<String, BigInteger> book = book(scaled(factor));

        // Then
        assertThat(book)
                .containsEntry(
                        "device:memo:attributed-contribution:received:store:product:2026-w01", amount(attributed))
                .containsEntry("store:memo:attributed-contribution:granted:device", amount("-" + attributed))
                .containsEntry("store:revenue:external:goods", amount("-10"));
    }

    @Test
    void whoIsNotThereGrantsNothingToWhomsoever() {
        // Given
        sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");
        sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");

        // When: there is no store, which was declared to grant the loss, and the cloud does
        Map<String, BigInteger> book = book(funded(Map.of("cloud", "1")).without(Set.of("store")));

        // Then
        assertThat(book)
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", amount("-2"))
                .containsEntry("device:assets:cash", amount("29"));
        assertThat(book.keySet()).noneMatch(account -> account.contains("store:"));
    }

    @Test
    void aUnitThatDoesNotExistHasNothingAndNobodyHasAnythingWithIt() {
        // Given
        rate("0.04", "0.01", "0.025", Duration.ZERO);
        usage("device", "200", null);
        usage("device", "1000", new Charge(BigDecimal.ZERO, new BigDecimal("2.00")));
        usage("store", "200", null);
        sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");
        sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");
        rate("0.03", "0.01", "0.02", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = book(Policy.DECLARED.without(Set.of("device")));

        // Then
        assertThat(book.keySet()).noneMatch(account -> account.contains("device"));
        Map<String, BigInteger> expected = betweenCloudAndStore("4", "2");
        expected.put("store:assets:cash", amount("10"));
        expected.put("store:revenue:external:goods", amount("-10"));
        expected.put("store:expenses:cost-of-sales:goods", amount("6"));
        expected.put("store:assets:inventory", amount("-6"));
        assertThat(book).isEqualTo(expected);
    }

    @Test
    void aCostGoesWithTheLastOfItsUsers() {
        // Given
        WhatIf book = new WhatIf(PostedStreams.group(events), Policy.DECLARED.without(Set.of("device", "store")));

        // When
        List<Posting> voice = book.of(cost("cloud:expenses:cost-pool:voice:fixed:device:store"));
        List<Posting> shared = book.of(cost("cloud:expenses:cost-pool:capacity:fixed:device:external:store"));
        List<Posting> unsaid = book.of(cost("cloud:expenses:cost-pool:capacity:fixed"));

        // Then
        assertThat(voice).isEmpty();
        assertThat(shared).extracting(Posting::account).contains("cloud:expenses:cost-pool:capacity:fixed:external");
        assertThat(unsaid).extracting(Posting::account).contains("cloud:expenses:cost-pool:capacity:fixed");
    }

    @Test
    void componentsThatNamesMayHaveMoreAreKept() {
        // Given
        WhatIf book = new WhatIf(PostedStreams.group(events), Policy.ofTransferPrice(Price.of(Price.Method.MARKET)));
        ActualEntry charged = new ActualEntry(
                Rule.INTERNAL_USAGE,
                "cloud",
                List.of(
                        new Posting("device:expenses:intersegment:cloud:voice:echo:2026-w02", 5),
                        new Posting("device:liabilities:intersegment:cloud", -5),
                        new Posting("cloud:assets:intersegment:device", 5),
                        new Posting("cloud:revenue:intersegment:device:voice", -5),
                        new Posting("device:memo:imputed-subsidy:transfer-price:received:cloud", 15),
                        new Posting("cloud:memo:imputed-subsidy:transfer-price:granted:device", -15)),
                null);

        // When
        List<Posting> postings = book.of(charged);

        // Then
        assertThat(postings)
                .contains(
                        new Posting("device:expenses:intersegment:cloud:voice:echo:2026-w02", 20),
                        new Posting("cloud:revenue:intersegment:device:voice", -20))
                .hasSize(4);
    }

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

    @Property(tries = 60)
    void everyDerivedEntrySumsToZero(@ForAll long seed, @ForAll("allPolicies") Policy policy) {
        // Given
        List<CloudEvent> stream = shuffled(seed, 120);
        WhatIf book = new WhatIf(PostedStreams.group(stream), policy);

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
    void theOrderOfArrivalMattersToNoBook(@ForAll long seed, @ForAll("policies") Policy policy) {
        assertThat(Derived.balances(shuffled(seed, 120), policy))
                .isEqualTo(Derived.balances(Streams.of(seed, 120), policy));
    }

    /** Each entry is divided by itself, so a sale's returns may leave a few of the smallest units where the order puts them. */
    @Property(tries = 60)
    void theOrderOfArrivalMattersToMemosThatAreMadeAnewByTheirRoundingAlone(
            @ForAll long seed, @ForAll("allPolicies") Policy policy) {
        // Given
        Map<String, BigInteger> first = Derived.balances(shuffled(seed, 120), policy);
        Map<String, BigInteger> second = Derived.balances(Streams.of(seed, 120), policy);

        // When
        Map<String, BigInteger> differences = new TreeMap<>(first);
        second.forEach((account, balance) -> differences.merge(account, balance.negate(), BigInteger::add));

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

    /** Those too that make memo pairs anew. */
    @Provide
    Arbitrary<Policy> allPolicies() {
        return Combinators.combine(
                        policies(),
                        Arbitraries.of(
                                StorefrontPolicy.DECLARED,
                                funded(Map.of("cloud", "0.137", "store", "0.863"))
                                        .storefront()),
                        Arbitraries.of(
                                AttributionPolicy.DECLARED,
                                scaled("0.37").attribution(),
                                scaled("3").attribution()))
                .as((policy, storefront, attribution) -> new Policy(
                        policy.transferPrice(),
                        policy.transferPriceOf(),
                        policy.referencePrice(),
                        policy.withoutUnits().contains("store") ? policy.storefront() : storefront,
                        attribution,
                        policy.withoutUnits(),
                        policy.capacityCost()));
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
                        CapacityCost.USAGE));
    }

    private static List<CloudEvent> shuffled(long seed, int size) {
        List<CloudEvent> stream = new ArrayList<>(Streams.of(seed, size));
        Collections.shuffle(stream, new Random(seed));
        return stream;
    }

    private Map<String, BigInteger> book(Policy policy) {
        return Derived.balances(events, policy);
    }

    private static Policy funded(Map<String, String> weights) {
        SortedMap<String, BigDecimal> byUnit = new TreeMap<>();
        weights.forEach((unit, weight) -> byUnit.put(unit, new BigDecimal(weight)));
        return memos(new StorefrontPolicy.FundedBy(byUnit), AttributionPolicy.DECLARED);
    }

    private static Policy scaled(String factor) {
        return memos(StorefrontPolicy.DECLARED, new AttributionPolicy.Scaled(new BigDecimal(factor)));
    }

    private static Policy memos(StorefrontPolicy storefront, AttributionPolicy attribution) {
        return new Policy(null, Map.of(), ReferencePrice.LIST, storefront, attribution, Set.of(), CapacityCost.USAGE);
    }

    private static Map<String, BigInteger> betweenCloudAndStore(String charged, String subsidy) {
        Map<String, BigInteger> balances = new TreeMap<>();
        balances.put("store:expenses:intersegment:cloud:compute", amount(charged));
        balances.put("store:liabilities:intersegment:cloud", amount(charged).negate());
        balances.put("cloud:assets:intersegment:store", amount(charged));
        balances.put("cloud:revenue:intersegment:store:compute", amount(charged).negate());
        balances.put("store" + SUBSIDY + "received:cloud", amount(subsidy));
        balances.put("cloud" + SUBSIDY + "granted:store", amount(subsidy).negate());
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private static BigInteger amount(String money) {
        return new BigDecimal(money).movePointRight(9).toBigIntegerExact();
    }

    private static ActualEntry cost(String pool) {
        return new ActualEntry(
                Rule.COST,
                "cloud",
                List.of(new Posting(pool, 240), new Posting("cloud:liabilities:vendors", -240)),
                null);
    }

    private void rate(String list, String marginal, String full, Duration after) {
        add(
                Streams.CLOUD,
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal(list),
                        new BigDecimal(marginal),
                        new BigDecimal(full),
                        Streams.START.plus(after)));
    }

    private void usage(String consumer, String quantity, @Nullable Charge charge) {
        add(
                Streams.CLOUD,
                new UsageRecorded(
                        "cloud",
                        consumer,
                        consumer.equals("acme") ? ConsumerKind.TENANT : ConsumerKind.UNIT,
                        "compute",
                        new BigDecimal(quantity),
                        "hour",
                        charge,
                        Map.of()));
    }

    private void sale(Source seller, LineKind kind, String price, String cost, String attributedTo) {
        add(
                seller,
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "sku", "things", kind, BigDecimal.ONE, new BigDecimal(price), new BigDecimal(cost))),
                        null,
                        List.of(new Attribution(attributedTo, "product", "2026-w01", new BigDecimal("0.5")))));
    }

    /** All of them happen two hours after the beginning, and arrive in their order. */
    private void add(Source source, Event data) {
        events.add(Streams.event(
                new UUID(0x7000, events.size() + 100L),
                source,
                "subject",
                Streams.START.plus(Duration.ofHours(2)).plusSeconds(events.size()),
                data));
    }
}
