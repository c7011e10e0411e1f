package dev.triad.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.triad.events.Charge;
import dev.triad.events.LineKind;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.posting.Streams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a book posts of the entries of the actual one, in numbers. */
class WhatIfTest {
    private static final String SUBSIDY = ":memo:imputed-subsidy:transfer-price:";

    private final Business business = new Business();

    @ParameterizedTest
    @CsvSource({"FREE,0,8", "MARGINAL,2,6", "FULL_COST,5,3", "MARKET,8,0"})
    void eachMethodChargesItsPriceAndImputesTheRest(Price.Method method, String charged, String subsidy) {
        // Given: 200 hours by the store, at 0.04 on the list, 0.01 at the margin and 0.025 fully distributed
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(method)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore(charged, subsidy));
    }

    @Test
    void costPlusAddsItsMarkupToTheFullCost() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.costPlus("0.10")));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("5.5", "2.5"));
    }

    @Test
    void anAmountIsRoundedOnceWhereThePriceMeetsTheQuantity() {
        // Given: 0.0000000015 × 1.1 is 0.00000000165, of which 3 hours are 0.00000000495
        business.rate("1", "0", "0.0000000015", Duration.ZERO);
        business.usage("store", "3", null);

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.costPlus("0.1")));

        // Then
        assertThat(book).containsEntry("store:expenses:intersegment:cloud:compute", BigInteger.valueOf(5));
    }

    @ParameterizedTest
    @CsvSource({"LIST,3", "FULL_COST,0", "MARGINAL,-3"})
    void theReferencePriceSaysWhatIsImputed(ReferencePrice reference, String subsidy) {
        // Given: a transfer price of 0.025, as the group declared
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);

        // When
        Map<String, BigInteger> book = business.book(new Policy(
                null,
                Map.of(),
                reference,
                StorefrontPolicy.DECLARED,
                AttributionPolicy.DECLARED,
                Set.of(),
                CapacityCost.USAGE,
                Factors.ONE));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("5", subsidy));
    }

    @Test
    void aRateThatComesLateIsADifferenceOfTheBooksOwnPrices() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);
        business.rate("0.03", "0.02", "0.025", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(Price.Method.MARGINAL)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore("4", "2"));
    }

    @Test
    void aRateThatChangesNothingInTheActualBookMayChangeAnother() {
        // Given: of the prices that the actual book goes by, list and full cost, neither changes
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);
        Map<String, BigInteger> before = Derived.actual(business.events());
        business.rate("0.04", "0.02", "0.025", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(Price.Method.MARGINAL)));

        // Then
        assertThat(Derived.actual(business.events())).isEqualTo(before);
        assertThat(book).isEqualTo(betweenCloudAndStore("4", "4"));
    }

    @ParameterizedTest
    @CsvSource({"FREE,0,2", "MARKET,2,0", "FULL_COST,0.5,1.5", "MARGINAL,0.5,1.5"})
    void whatWasBilledIsFreeOrAtTheListPriceOrAsBilled(Price.Method method, String charged, String subsidy) {
        // Given
        business.usage("store", "1000", new Charge(new BigDecimal("0.50"), new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(method)));

        // Then
        assertThat(book).isEqualTo(betweenCloudAndStore(charged, subsidy));
    }

    @Test
    void whatWasBilledNothingIsChargedWithoutAResource() {
        // Given
        business.usage("store", "1000", new Charge(BigDecimal.ZERO, new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(Price.Method.MARKET)));

        // Then
        assertThat(book)
                .containsOnly(
                        entry("store:expenses:intersegment:cloud:unbilled", Business.amount("2")),
                        entry("store:liabilities:intersegment:cloud", Business.amount("-2")),
                        entry("cloud:assets:intersegment:store", Business.amount("2")),
                        entry("cloud:revenue:intersegment:store:unbilled", Business.amount("-2")));
    }

    @Test
    void whatCustomersOutsidePayIsTheSameInEveryBook() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("acme", "100", null);
        business.rate("0.03", "0.01", "0.02", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = business.book(Policy.ofTransferPrice(Price.of(Price.Method.FREE)));

        // Then
        assertThat(book)
                .containsOnly(
                        entry("cloud:assets:receivables:acme", Business.amount("3")),
                        entry("cloud:revenue:external:compute", Business.amount("-3")));
    }

    @Test
    void memoPairsAreKeptOrLeftOut() {
        // Given: a device sold below cost, led to by the cloud's search
        business.sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");

        // When
        Map<String, BigInteger> plain = business.book(Policies.memos(StorefrontPolicy.NONE, AttributionPolicy.NONE));

        // Then
        assertThat(Derived.actual(business.events()).keySet()).anyMatch(account -> account.contains(":memo:"));
        assertThat(plain.keySet()).noneMatch(account -> account.contains(":memo:"));
        assertThat(plain).containsEntry("device:assets:cash", Business.amount("29"));
    }

    @ParameterizedTest
    @CsvSource({"31,0.6,1.4", "29.000000003,0.000000001,0.000000002"})
    void aLossOnADeviceIsGrantedByWeightsToTheLastUnit(String cost, String byCloud, String byStore) {
        // Given: the group declared that the store grants all of it
        business.sale(Streams.DEVICE, LineKind.DEVICE, "29", cost, "cloud");

        // When
        Map<String, BigInteger> book = business.book(Policies.funded(Map.of("store", "0.7", "cloud", "0.3")));

        // Then
        String received = "device:memo:imputed-subsidy:storefront:received:";
        assertThat(book)
                .containsEntry(received + "cloud:sku:2026-w01", Business.amount(byCloud))
                .containsEntry(received + "store:sku:2026-w01", Business.amount(byStore))
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", Business.amount("-" + byCloud))
                .containsEntry("store:memo:imputed-subsidy:storefront:granted:device", Business.amount("-" + byStore));
    }

    @ParameterizedTest
    @CsvSource({"0.5,1", "0.123456789,0.246913578", "1,2", "2,4", "3,4"})
    void anAttributionIsScaledAndNeverMoreThanAllThatASaleContributes(String factor, String attributed) {
        // Given: a sale that contributes 4, half of which is attributed to devices
        business.sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");

        // When
        Map<String, BigInteger> book = business.book(Policies.scaled(factor));

        // Then
        assertThat(book)
                .containsEntry(
                        "device:memo:attributed-contribution:received:store:product:2026-w01",
                        Business.amount(attributed))
                .containsEntry("store:memo:attributed-contribution:granted:device", Business.amount("-" + attributed))
                .containsEntry("store:revenue:external:goods", Business.amount("-10"));
    }

    @Test
    void whoIsNotThereGrantsNothingToWhomsoever() {
        // Given
        business.sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");
        business.sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");

        // When: there is no store, which was declared to grant the loss, and the cloud does
        Map<String, BigInteger> book =
                business.book(Policies.funded(Map.of("cloud", "1")).without(Set.of("store")));

        // Then
        assertThat(book)
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", Business.amount("-2"))
                .containsEntry("device:assets:cash", Business.amount("29"));
        assertThat(book.keySet()).noneMatch(account -> account.contains("store:"));
    }

    @Test
    void aUnitThatDoesNotExistHasNothingAndNobodyHasAnythingWithIt() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("device", "200", null);
        business.usage("device", "1000", new Charge(BigDecimal.ZERO, new BigDecimal("2.00")));
        business.usage("store", "200", null);
        business.sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");
        business.sale(Streams.STORE, LineKind.GOODS, "10", "6", "device");
        business.rate("0.03", "0.01", "0.02", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = business.book(Policy.DECLARED.without(Set.of("device")));

        // Then
        assertThat(book.keySet()).noneMatch(account -> account.contains("device"));
        Map<String, BigInteger> expected = betweenCloudAndStore("4", "2");
        expected.put("store:assets:cash", Business.amount("10"));
        expected.put("store:revenue:external:goods", Business.amount("-10"));
        expected.put("store:expenses:cost-of-sales:goods", Business.amount("6"));
        expected.put("store:assets:inventory", Business.amount("-6"));
        assertThat(book).isEqualTo(expected);
    }

    @Test
    void aCostGoesWithTheLastOfItsUsers() {
        // Given
        WhatIf book =
                new WhatIf(PostedStreams.group(business.events()), Policy.DECLARED.without(Set.of("device", "store")));

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
        WhatIf book = new WhatIf(
                PostedStreams.group(business.events()), Policy.ofTransferPrice(Price.of(Price.Method.MARKET)));
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

    private static Map<String, BigInteger> betweenCloudAndStore(String charged, String subsidy) {
        Map<String, BigInteger> balances = new TreeMap<>();
        balances.put("store:expenses:intersegment:cloud:compute", Business.amount(charged));
        balances.put(
                "store:liabilities:intersegment:cloud", Business.amount(charged).negate());
        balances.put("cloud:assets:intersegment:store", Business.amount(charged));
        balances.put(
                "cloud:revenue:intersegment:store:compute",
                Business.amount(charged).negate());
        balances.put("store" + SUBSIDY + "received:cloud", Business.amount(subsidy));
        balances.put(
                "cloud" + SUBSIDY + "granted:store", Business.amount(subsidy).negate());
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private static ActualEntry cost(String pool) {
        return new ActualEntry(
                Rule.COST,
                "cloud",
                List.of(new Posting(pool, 240), new Posting("cloud:liabilities:vendors", -240)),
                null);
    }
}
