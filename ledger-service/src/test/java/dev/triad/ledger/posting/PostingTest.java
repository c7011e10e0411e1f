package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.Period;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What posting refuses, and what it promises of single entries. */
class PostingTest {
    private final MemoryBooks books = new MemoryBooks();
    private long offset;

    @Test
    void anEntryOutOfBalanceCannotBeMade() {
        assertThatThrownBy(() -> new Entry(Rule.SALE, List.of(new Posting("a:assets:cash", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of balance by 1");
    }

    @Property(tries = 300)
    void everyEntryOfAnyStreamSumsToZero(@ForAll long seed) {
        List<Received> records = Streams.of(seed, 40).stream()
                .map(event -> Streams.received(event, offset++))
                .toList();
        for (Posted posted : BatchPoster.post(new MemoryBooks(), records).posted()) {
            assertThat(posted.entry().postings().stream()
                            .map(posting -> BigInteger.valueOf(posting.amount()))
                            .reduce(BigInteger.ZERO, BigInteger::add))
                    .isZero();
        }
    }

    @Test
    void anAmountThatDoesNotFitIsQuarantinedAndNothingElseIs() {
        // Given
        SaleRecorded huge = sale("999999999999999999", "1");
        SaleRecorded sound = sale("10", "1");

        // When
        post(Streams.declaration(), event(2, Streams.STORE, huge), event(3, Streams.STORE, sound));

        // Then
        assertThat(books.suspense()).singleElement().satisfies(item -> {
            assertThat(item.reason()).isEqualTo("overflow");
            assertThat(item.wanted()).isNull();
        });
        assertThat(books.balances()).containsEntry("store:assets:cash", BigInteger.valueOf(10_000_000_000L));
    }

    @Test
    void aRateThatWouldOverflowWhatItPricesIsQuarantinedWhole() {
        // Given
        UsageRecorded usage = new UsageRecorded(
                "cloud", "acme", ConsumerKind.TENANT, "compute", new BigDecimal("1000000"), "hour", null, Map.of());
        post(Streams.declaration(), event(2, Streams.CLOUD, rate("0.01")), event(3, Streams.CLOUD, usage));
        Map<String, BigInteger> before = Map.copyOf(books.balances());

        // When
        post(event(4, Streams.CLOUD, rate("99999999999999999")));

        // Then
        assertThat(books.suspense()).extracting(Suspended::reason).containsExactly("overflow");
        assertThat(books.balances()).isEqualTo(before);
    }

    @Property(tries = 300)
    void partialReturnsOfAnySizeAddUpToTheWholeSaleAndNeverExceedIt(
            @ForAll @IntRange(min = 1, max = 1_000_000) int price,
            @ForAll @IntRange(min = 1, max = 1_000_000) int cost,
            @ForAll @IntRange(min = 1, max = 12) int quantity,
            @ForAll @IntRange(min = 1, max = 999) int weight) {
        // Given
        MemoryBooks empty = new MemoryBooks();
        SaleRecorded sale = new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "sku",
                        "things",
                        LineKind.DEVICE,
                        BigDecimal.valueOf(quantity),
                        BigDecimal.valueOf(price, 10),
                        BigDecimal.valueOf(cost, 10))),
                null,
                List.of(new Attribution("cloud", "search", "2026-w01", BigDecimal.valueOf(weight, 3))));
        CloudEvent sold = event(2, Streams.DEVICE, sale);
        List<CloudEvent> events = new ArrayList<>(List.of(Streams.declaration(), sold));
        for (int i = 0; i < quantity; i++) {
            events.add(event(3 + i, Streams.DEVICE, returned(sold, "1")));
        }

        // When
        events.forEach(event -> empty.post(List.of(Streams.received(event, offset++))));
        empty.post(List.of(Streams.received(event(90, Streams.DEVICE, returned(sold, "0.001")), offset++)));

        // Then
        assertThat(empty.suspense()).extracting(Suspended::reason).containsExactly("return-exceeds-sale");
        assertThat(empty.balances().keySet())
                .allMatch(account -> account.startsWith("device:revenue:external:device:")
                        || account.startsWith("device:revenue:returns:matched:"));
        assertThat(empty.balances().values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isZero();
    }

    @Test
    void aReturnOfSomethingThatIsNoSaleIsQuarantined() {
        // Given
        CloudEvent rate = event(2, Streams.CLOUD, rate("0.01"));

        // When
        post(Streams.declaration(), rate, event(3, Streams.CLOUD, returned(rate, "1")));

        // Then
        assertThat(books.suspense()).extracting(Suspended::reason).containsExactly("not-a-sale");
    }

    @Test
    void aDeclarationMayAddUnitsAndChangeNothingElse() {
        // Given
        GroupDeclared declared = (GroupDeclared) Streams.declaration().data();
        GroupDeclared more = new GroupDeclared(
                "Amazon",
                declared.asset(),
                declared.transferPrice(),
                List.of(new DeclaredUnit("advertising", "Advertising", List.of())));
        GroupDeclared other = new GroupDeclared(
                "Amazon", dev.triad.events.Asset.parse("EUR/2"), declared.transferPrice(), declared.units());

        // When
        post(Streams.declaration(), event(2, Streams.CLOUD, more), event(3, Streams.CLOUD, other));

        // Then
        assertThat(books.reference().groups().get("amazon"))
                .isNotNull()
                .satisfies(group ->
                        assertThat(group.units().keySet()).containsExactly("advertising", "cloud", "device", "store"));
        assertThat(books.suspense()).extracting(Suspended::reason).containsExactly("declaration-conflict");
    }

    @Test
    void aLossThatDoesNotDivideGoesToTheFirstFunders() {
        // Given: the device unit is a storefront for two units, and the loss is an odd billionth
        SaleRecorded sale = new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "dot",
                        "devices",
                        LineKind.DEVICE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        new BigDecimal("1.000000003"))),
                null,
                List.of());

        // When
        post(Streams.declaration(), event(2, Streams.DEVICE, sale));

        // Then
        assertThat(books.balances())
                .containsEntry("store:memo:imputed-subsidy:storefront:granted:device", BigInteger.valueOf(-2))
                .containsEntry("cloud:memo:imputed-subsidy:storefront:granted:device", BigInteger.valueOf(-1));
    }

    @Test
    void usersOfAPoolThatMakeTooLongANameAreQuarantined() {
        // Given
        List<String> users = IntStream.range(0, CostIncurred.USERS_MAX)
                .mapToObj(i -> "a-business-unit-with-a-name-that-is-rather-long-" + i)
                .toList();

        // When
        post(
                Streams.declaration(),
                event(2, Streams.CLOUD, cost(users)),
                event(3, Streams.CLOUD, cost(List.of("store", "external"))));

        // Then
        assertThat(books.suspense()).extracting(Suspended::reason).containsExactly("account-too-long");
        assertThat(books.balances())
                .containsEntry(
                        "cloud:expenses:cost-pool:halls:fixed:external:store", BigInteger.valueOf(7_000_000_000L));
    }

    /** A device that is sold in one week and comes back in another goes back to the cohort of its sale. */
    @Test
    void whatDevicesBringAndCostIsKeptByCohort() {
        // Given
        SaleRecorded sale = new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "Echo Dot (3rd)",
                        "devices",
                        LineKind.DEVICE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        new BigDecimal("3"))),
                null,
                List.of());
        CloudEvent sold = event(2, Streams.DEVICE, sale);
        CloudEvent back = Streams.event(
                new UUID(0x7000, 3),
                Streams.DEVICE,
                "subject",
                Streams.START.plus(Duration.ofDays(30)),
                new SaleReturned(sold.id(), List.of(new ReturnLine(1, "dot", BigDecimal.ONE, null)), null));
        String cohort = ":echo-dot-3rd:" + Cohort.weekOf(sold.time());

        // When
        post(Streams.declaration(), sold);

        // Then
        assertThat(books.balances())
                .containsEntry("device:revenue:external:device" + cohort, BigInteger.valueOf(-1_000_000_000L))
                .containsEntry("device:expenses:cost-of-sales:device" + cohort, BigInteger.valueOf(3_000_000_000L))
                .containsKey("device:memo:imputed-subsidy:storefront:received:store" + cohort);

        // When
        post(back);

        // Then
        assertThat(books.balances())
                .containsEntry("device:revenue:returns:matched" + cohort, BigInteger.valueOf(1_000_000_000L))
                .doesNotContainKey("device:expenses:cost-of-sales:device" + cohort)
                .doesNotContainKey("device:memo:imputed-subsidy:storefront:received:store" + cohort);
    }

    private static CostIncurred cost(List<String> users) {
        return new CostIncurred(
                "cloud",
                "halls",
                CostBehaviour.FIXED,
                new BigDecimal("7"),
                users,
                new Period(Streams.START, Streams.START.plus(Duration.ofDays(1))));
    }

    private void post(CloudEvent... events) {
        books.post(java.util.Arrays.stream(events)
                .map(event -> Streams.received(event, offset++))
                .toList());
    }

    private static CloudEvent event(int id, Source source, Event data) {
        return Streams.event(new UUID(0x7000, id), source, "subject", Streams.START.plusSeconds(id), data);
    }

    private static SaleRecorded sale(String price, String quantity) {
        return new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "sku", "things", LineKind.GOODS, new BigDecimal(quantity), new BigDecimal(price), null)),
                null,
                List.of());
    }

    private static SaleReturned returned(CloudEvent sale, String quantity) {
        return new SaleReturned(sale.id(), List.of(new ReturnLine(1, "sku", new BigDecimal(quantity), null)), null);
    }

    private static RatePublished rate(String list) {
        return new RatePublished(
                "cloud", "compute", "hour", new BigDecimal(list), BigDecimal.ZERO, BigDecimal.ZERO, Streams.START);
    }
}
