package dev.triad.ledger.policy;

import static dev.triad.ledger.policy.Business.amount;
import static dev.triad.ledger.policy.Business.line;
import static dev.triad.ledger.policy.Policies.factors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a book when customers pay or use more or less, in numbers. */
class OtherThingsEqualTest {
    private static final String DEVICES = "device:revenue:external:device:sku:2026-w01";
    private static final String RETURNED = "device:revenue:returns:matched:sku:2026-w01";
    private static final String RECEIVED = "device:memo:imputed-subsidy:storefront:received:";
    private static final String COST_OF_MORE = "cloud:expenses:cost-pool:outside-demand-compute:variable:external";
    private static final String ATTRIBUTED = "device:memo:attributed-contribution:received:store:product:2026-w01";

    private final Business business = new Business();

    @ParameterizedTest
    @CsvSource({
        "0,     0,    31,   15.5, 15.5",
        "0.5,   14.5, 16.5, 8.25, 8.25",
        "1,     29,   2,    1,    1",
        "1.05,  30.45, 0.55, 0.275, 0.275"
    })
    void devicesAtAnotherPriceLoseWhatTheirCostExceedsItBy(
            String factor, String price, String loss, String byStore, String byCloud) {
        // Given: the group declared that store and cloud gain from devices
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "29", "31"));

        // When
        Map<String, BigInteger> book = business.book(factors(factor, "1", "1"));

        // Then
        assertThat(book.getOrDefault("device:assets:cash", BigInteger.ZERO)).isEqualTo(amount(price));
        assertThat(book.getOrDefault(DEVICES, BigInteger.ZERO)).isEqualTo(amount("-" + price));
        assertThat(book)
                .containsEntry("device:expenses:cost-of-sales:device:sku:2026-w01", amount("31"))
                .containsEntry(RECEIVED + "store:sku:2026-w01", amount(byStore))
                .containsEntry(RECEIVED + "cloud:sku:2026-w01", amount(byCloud))
                .containsEntry("store:memo:imputed-subsidy:storefront:granted:device", amount("-" + byStore))
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", amount("-" + byCloud));
        assertThat(amount(byStore).add(amount(byCloud))).isEqualTo(amount(loss));
    }

    @Test
    void aDeviceThatIsSoldAboveItsCostIsNoStorefront() {
        // Given
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "29", "31"));

        // When
        Map<String, BigInteger> book = business.book(factors("1.2", "1", "1"));

        // Then
        assertThat(book).containsEntry(DEVICES, amount("-34.8")).containsEntry("device:assets:cash", amount("34.8"));
        assertThat(book.keySet()).noneMatch(account -> account.contains(":memo:"));
    }

    @Test
    void aLossThatThereWasNotIsGrantedByWhoWasDeclaredToGain() {
        // Given: a device sold for 40 that costs 31
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "40", "31"));

        // When
        Map<String, BigInteger> book = business.book(factors("0.5", "1", "1"));

        // Then
        assertThat(Derived.actual(business.events()).keySet()).noneMatch(account -> account.contains(":memo:"));
        assertThat(book)
                .containsEntry(RECEIVED + "store:sku:2026-w01", amount("5.5"))
                .containsEntry(RECEIVED + "cloud:sku:2026-w01", amount("5.5"));
    }

    @Test
    void aLossIsGrantedAsThePolicySaysAndByNobodyWhoIsNotThere() {
        // Given
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "40", "31"));
        Factors half = factors("0.5", "1", "1").factors();

        // When
        Map<String, BigInteger> funded =
                business.book(Policies.funded(Map.of("cloud", "1")).with(half));
        Map<String, BigInteger> without =
                business.book(Policy.DECLARED.without(Set.of("store")).with(half));
        Map<String, BigInteger> none = business.book(Policies.memos(StorefrontPolicy.NONE, AttributionPolicy.DECLARED)
                .with(half));

        // Then
        assertThat(funded)
                .containsEntry(RECEIVED + "cloud:sku:2026-w01", amount("11"))
                .doesNotContainKey(RECEIVED + "store:sku:2026-w01");
        assertThat(without)
                .containsEntry(RECEIVED + "cloud:sku:2026-w01", amount("5.5"))
                .doesNotContainKey(RECEIVED + "store:sku:2026-w01");
        assertThat(none.keySet()).noneMatch(account -> account.contains(":memo:"));
    }

    @Test
    void whoWasNotDeclaredAStorefrontReceivesNothing() {
        // Given: the store sells a device, too
        business.sale(Streams.STORE, null, line("sku", LineKind.DEVICE, "1", "29", "31"));

        // When
        Map<String, BigInteger> book = business.book(factors("0.5", "1", "1"));

        // Then
        assertThat(book).containsEntry("store:assets:cash", amount("14.5"));
        assertThat(book.keySet()).noneMatch(account -> account.contains(":memo:"));
    }

    @ParameterizedTest
    @CsvSource({"29,31,0.5", "29,31,1.05", "29,31,3", "40,31,0.5", "40,31,0.9", "0,31,0.5", "29,,0.5"})
    void devicesThatComeBackLeaveNothing(String price, String cost, String factor) {
        // Given: three devices, of which one comes back and then two
        business.sale(Streams.DEVICE, "store", line("sku", LineKind.DEVICE, "3", price, cost));
        business.returned("1", null);
        business.returned("2", null);

        // When
        Map<String, BigInteger> book = business.book(factors(factor, "1", "1"));

        // Then
        BigInteger sold = amount(price).multiply(BigInteger.valueOf(3));
        assertThat(book.getOrDefault(DEVICES, BigInteger.ZERO).negate())
                .isEqualTo(book.getOrDefault(RETURNED, BigInteger.ZERO))
                .isEqualTo(new BigDecimal(sold).multiply(new BigDecimal(factor)).toBigIntegerExact());
        assertThat(book.keySet()).allMatch(account -> account.equals(DEVICES) || account.equals(RETURNED));
    }

    @ParameterizedTest
    @CsvSource({"29,10,0.5,14.5,5", "40,10,0.9,36,9", "40,31,0.5,20,15.5"})
    void aDeviceThatComesBackTakesItsWholeLossBackThoughNotAllIsRefunded(
            String price, String refund, String factor, String paid, String refunded) {
        // Given: a device that costs 31
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", price, "31"));
        business.returned("1", refund);

        // When
        Map<String, BigInteger> book = business.book(factors(factor, "1", "1"));

        // Then
        assertThat(book).containsEntry(DEVICES, amount("-" + paid)).containsEntry(RETURNED, amount(refunded));
        if (price.equals("29")) {
            assertThat(book.keySet()).noneMatch(account -> account.contains(":memo:"));
        }
    }

    @Test
    void aDeviceThatComesBackWithoutARefundTakesItsLossBackToo() {
        // Given
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "29", "31"));
        business.returned("1", "0");

        // When
        Map<String, BigInteger> book = business.book(factors("0.5", "1", "1"));

        // Then
        assertThat(book).containsOnly(entry(DEVICES, amount("-14.5")), entry("device:assets:cash", amount("14.5")));
    }

    @Test
    void whatADeviceThatLostNothingWasSoldForIsTakenToBeItsCostAtLeast() {
        // Given: sold for 40, of which 10 are refunded
        business.sale(Streams.DEVICE, null, line("sku", LineKind.DEVICE, "1", "40", "31"));
        business.returned("1", "10");

        // When
        Map<String, BigInteger> book = business.book(factors("0.9", "1", "1"));

        // Then: nothing was lost at 36, and a tenth of the cost is taken back
        assertThat(book)
                .containsEntry(RECEIVED + "store:sku:2026-w01", amount("-1.55"))
                .containsEntry(RECEIVED + "cloud:sku:2026-w01", amount("-1.55"));
    }

    @Test
    void devicesOfOneProductInOneSaleAreLookedAtTogether() {
        // Given: one of them loses 2, and another one gains 9
        business.sale(
                Streams.DEVICE,
                null,
                line("sku", LineKind.DEVICE, "1", "29", "31"),
                line("sku", LineKind.DEVICE, "1", "40", "31"));

        // When
        Map<String, BigInteger> dearer = business.book(factors("1.01", "1", "1"));
        Map<String, BigInteger> cheaper = business.book(factors("0.5", "1", "1"));

        // Then: together they cost 62 and bring 69.69, or 34.5
        assertThat(dearer.keySet()).noneMatch(account -> account.contains(":memo:"));
        assertThat(cheaper).containsEntry(RECEIVED + "store:sku:2026-w01", amount("13.75"));
    }

    @Test
    void anotherTakeRateMultipliesFeesAndWhatComesBackOfThem() {
        // Given: a fee of 2 on each of two sales of others, one of which comes back, and a mug of the store's own
        business.sale(
                Streams.STORE,
                null,
                line("commission", LineKind.FEE, "2", "2", null),
                line("mug", LineKind.GOODS, "1", "10", "6"));
        business.returned("1", null);
        business.refunded(Streams.STORE, "1", "3");

        // When
        Map<String, BigInteger> book = business.book(factors("1", "1.5", "1"));

        // Then: a refund that names no sale does not say of what
        assertThat(book)
                .containsOnly(
                        entry("store:revenue:external:fee", amount("-6")),
                        entry("store:revenue:returns:matched:fee", amount("3")),
                        entry("store:revenue:returns:unmatched", amount("3")),
                        entry("store:revenue:external:goods", amount("-10")),
                        entry("store:expenses:cost-of-sales:goods", amount("6")),
                        entry("store:assets:inventory", amount("-6")),
                        entry("store:assets:cash", amount("10")));
    }

    @ParameterizedTest
    @CsvSource({"0,2", "0.5,2.5", "1,3", "2,4"})
    void whatIsAttributedFollowsWhatTheSaleContributes(String factor, String attributed) {
        // Given: a mug that contributes 4 and a fee of 2, half of which is attributed to devices
        business.sale(
                Streams.STORE,
                "device",
                line("mug", LineKind.GOODS, "1", "10", "6"),
                line("commission", LineKind.FEE, "1", "2", null));

        // When
        Map<String, BigInteger> book = business.book(factors("1", factor, "1"));

        // Then
        assertThat(book)
                .containsEntry(ATTRIBUTED, amount(attributed))
                .containsEntry("store:memo:attributed-contribution:granted:device", amount("-" + attributed));
    }

    @Test
    void whatIsAttributedOfALossIsALoss() {
        // Given: a device that contributes 9, half of which is attributed to the store
        business.sale(Streams.DEVICE, LineKind.DEVICE, "40", "31", "store");

        // When
        Map<String, BigInteger> book = business.book(factors("0.5", "1", "1"));

        // Then: now it contributes -11
        assertThat(book)
                .containsEntry("store:memo:attributed-contribution:received:device:product:2026-w01", amount("-5.5"));
    }

    @Test
    void thePolicysOwnFactorComesOnTop() {
        // Given
        business.sale(Streams.STORE, "device", line("commission", LineKind.FEE, "1", "2", null));

        // When
        Map<String, BigInteger> book =
                business.book(Policies.scaled("0.5").with(factors("1", "3", "1").factors()));

        // Then: half of a half of 6
        assertThat(book).containsEntry(ATTRIBUTED, amount("1.5"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,-1", "0.5,2,-0.5", "1.2,4.8,0.2", "100,400,99"})
    void moreOutsideDemandCostsTheProviderItsMarginalPrice(String factor, String revenue, String cost) {
        // Given: 100 hours by a customer outside, at 0.04 on the list and 0.01 at the margin
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("acme", "100", null);

        // When
        Map<String, BigInteger> book = business.book(factors("1", "1", factor));

        // Then
        assertThat(book.getOrDefault("cloud:assets:receivables:acme", BigInteger.ZERO))
                .isEqualTo(amount(revenue));
        assertThat(book.getOrDefault("cloud:revenue:external:compute", BigInteger.ZERO))
                .isEqualTo(amount(revenue).negate());
        assertThat(book)
                .containsEntry(COST_OF_MORE, amount(cost))
                .containsEntry("cloud:liabilities:vendors", amount(cost).negate());
    }

    @ParameterizedTest
    @CsvSource({"0.03,0.02,4.5,1", "0.04,0.02,6,1", "0.03,0.01,4.5,0.5", "0.04,0.01,6,0.5"})
    void aRateThatComesLateCountsOnce(String list, String marginal, String revenue, String cost) {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("acme", "100", null);
        business.rate(list, marginal, "0.025", Duration.ofHours(1));

        // When
        Map<String, BigInteger> book = business.book(factors("1", "1", "1.5"));

        // Then: all is as the last rate says, also where the actual book had nothing to correct
        assertThat(book)
                .containsOnly(
                        entry("cloud:assets:receivables:acme", amount(revenue)),
                        entry("cloud:revenue:external:compute", amount(revenue).negate()),
                        entry(COST_OF_MORE, amount(cost)),
                        entry("cloud:liabilities:vendors", amount(cost).negate()));
    }

    @Test
    void whatABillChargedIsMultipliedAndCostsNothing() {
        // Given
        business.usage("acme", "1000", new Charge(new BigDecimal("0.50"), new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = business.book(factors("1", "1", "1.5"));

        // Then
        assertThat(book)
                .containsOnly(
                        entry("cloud:assets:receivables:acme", amount("0.75")),
                        entry("cloud:revenue:external:compute", amount("-0.75")));
    }

    @Test
    void whatUnitsUseIsNoOutsideDemand() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("store", "200", null);
        business.usage("store", "1000", new Charge(new BigDecimal("0.50"), new BigDecimal("2.00")));

        // When
        Map<String, BigInteger> book = business.book(factors("3", "3", "3"));

        // Then
        assertThat(book).isEqualTo(Derived.actual(business.events()));
    }

    @Test
    void aResourceMayBeCalledAsAKindOfLineIs() {
        // Given: usage of a resource that is called fee
        WhatIf book = new WhatIf(PostedStreams.group(business.events()), factors("1", "3", "1"));
        ActualEntry usage = new ActualEntry(
                Rule.EXTERNAL_USAGE,
                "cloud",
                List.of(new Posting("cloud:assets:receivables:acme", 5), new Posting("cloud:revenue:external:fee", -5)),
                null);

        // When, then
        assertThat(book.of(usage)).isEqualTo(usage.postings());
    }

    @Test
    void whoIsNotThereHasNoCustomers() {
        // Given
        business.rate("0.04", "0.01", "0.025", Duration.ZERO);
        business.usage("acme", "100", null);
        business.sale(Streams.DEVICE, LineKind.DEVICE, "29", "31", "cloud");

        // When
        Map<String, BigInteger> book = business.book(Policy.DECLARED
                .without(Set.of("cloud", "device"))
                .with(factors("2", "2", "2").factors()));

        // Then
        assertThat(book).isEmpty();
    }

    @Test
    void anAmountIsRoundedHalfEvenWhereTheFactorMeetsIt() {
        // Given: five of the smallest unit, and fifteen
        business.sale(Streams.STORE, null, line("commission", LineKind.FEE, "1", "0.000000005", null));
        Map<String, BigInteger> five = business.book(factors("1", "0.5", "1"));
        business.sale(Streams.STORE, null, line("commission", LineKind.FEE, "1", "0.000000015", null));

        // When
        Map<String, BigInteger> both = business.book(factors("1", "0.5", "1"));

        // Then: 2.5 is 2, and 7.5 is 8
        assertThat(five).containsEntry("store:assets:cash", BigInteger.TWO);
        assertThat(both).containsEntry("store:assets:cash", BigInteger.TEN);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "100.1", "0.0000000001"})
    void aFactorIsFromNothingToAHundred(String factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factors("1", "1", factor))
                .withMessage("outsideDemand.factor must be from 0 to 100 with at most 9 decimals, such as 1.2");
    }

    @Test
    void zerosAtTheEndMakeNoOtherFactor() {
        assertThat(factors("1.20", "1.0", "100")).isEqualTo(factors("1.2", "1", "100.000"));
    }
}
