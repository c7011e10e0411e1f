package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.KafkaBinding;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.events.TransferPriceMethod;
import dev.triad.events.UsageRecorded;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger with a real broker and a real database: events in, books out. Each test has a group of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LedgerQuarkusTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private @Nullable LedgerClient open;

    @BeforeEach
    void connect() {
        open = new LedgerClient(servers);
    }

    @AfterEach
    void disconnect() {
        client().close();
    }

    @Test
    void aSalePostsCashRevenueCostAndAttribution() {
        // Given
        String group = "sale";
        CloudEvent sale = event(group, "store", "order-1", NOON, sale("10.00", "6.00", "0.5"));

        // When
        client().send(declared(group), sale);

        // Then
        awaitState(sale, "posted");
        assertBalance(group, "store:assets:cash", "20.000000000");
        assertBalance(group, "store:revenue:external:goods", "-20.000000000");
        assertBalance(group, "store:expenses:cost-of-sales:goods", "12.000000000");
        assertBalance(group, "store:assets:inventory", "-12.000000000");
        assertBalance(group, "device:memo:attributed-contribution:received:store:echo:2026-w09", "4.000000000");
        get("/api/v1/groups/sale/trial-balance")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true))
                .body("difference", equalTo("0.000000000"));
        get("/api/v1/events/sale/store/" + sale.id())
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("record.topic", equalTo("triad.sales"))
                .body("record.headers.ce_subject", equalTo("order-1"))
                .body("record.data.lines[0].unitPrice", equalTo("10.00"))
                .body("balances.find { it.account == 'store:assets:cash' }.after", equalTo("20.000000000"))
                .body("balances.find { it.account == 'store:assets:cash' }.before", equalTo("0.000000000"));
    }

    @Test
    void whatArrivesBeforeItsCounterpartWaitsAndClearsItself() {
        // Given: everything in the wrong order
        String group = "backwards";
        CloudEvent sale = event(group, "store", "order-1", NOON, sale("10.00", "6.00", null));
        CloudEvent returned = event(
                group,
                "store",
                "order-1",
                NOON.plusSeconds(60),
                new SaleReturned(sale.id(), List.of(new ReturnLine(1, "sku", BigDecimal.ONE, null)), null));
        CloudEvent usage = event(group, "store", "store", NOON, usage("store", ConsumerKind.UNIT, "100"));
        client().send(usage, returned);
        awaitState(usage, "waiting");
        awaitState(returned, "waiting");

        // When
        client().send(sale);
        client().send(rate(group, "0.30", "0.10", NOON.minusSeconds(3600)));
        client().send(declared(group));

        // Then
        awaitState(usage, "posted");
        awaitState(returned, "posted");
        assertBalance(group, "store:assets:cash", "10.000000000");
        assertBalance(group, "store:expenses:intersegment:cloud:compute", "10.000000000");
        assertBalance(group, "cloud:revenue:intersegment:store:compute", "-10.000000000");
        assertBalance(group, "store:memo:imputed-subsidy:transfer-price:received:cloud", "20.000000000");
        get("/api/v1/suspense?group=" + group).then().body("items", hasSize(0));
        get("/api/v1/groups/backwards/subsidies?interval=day")
                .then()
                .statusCode(200)
                .body("gross", hasSize(1))
                .body("gross[0].grantor", equalTo("cloud"))
                .body("gross[0].recipient", equalTo("store"))
                .body("gross[0].byMechanism.'transfer-price'", equalTo("20.000000000"))
                .body("series[0].gross[0].amount", equalTo("20.000000000"));
    }

    @Test
    void aRateThatArrivesLatePostsTheDifference() {
        // Given
        String group = "late-rate";
        CloudEvent usage = event(group, "cloud", "acme", NOON, usage("acme", ConsumerKind.TENANT, "100"));
        client().send(declared(group), rate(group, "0.30", "0.10", NOON.minus(Duration.ofDays(30))));
        client().send(usage);
        awaitState(usage, "posted");
        assertBalance(group, "cloud:revenue:external:compute", "-30.000000000");

        // When
        client().send(rate(group, "0.20", "0.10", NOON.minus(Duration.ofDays(1))));

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> assertBalance(group, "cloud:revenue:external:compute", "-20.000000000"));
        get("/api/v1/events/late-rate/cloud/" + usage.id())
                .then()
                .body("entries", hasSize(2))
                .body("entries[1].rule", equalTo("repricing"))
                .body(
                        "entries[1].postings.find { it.account == 'cloud:revenue:external:compute' }.amount",
                        equalTo("10.000000000"));
    }

    @Test
    void theSameEventAgainChangesNothingAndTheSameIdWithOtherContentIsQuarantined() {
        // Given
        String group = "again";
        CloudEvent sale = event(group, "store", "order-1", NOON, sale("10.00", "6.00", null));
        CloudEvent other =
                new CloudEvent(sale.id(), sale.source(), sale.subject(), sale.time(), sale("99.00", "6.00", null));
        client().send(declared(group), sale);
        awaitState(sale, "posted");

        // When
        client().send(sale, sale, other);

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/suspense?group=again")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].reason", equalTo("id-reused"))
                        .body("items[0].state", equalTo("quarantined")));
        assertBalance(group, "store:assets:cash", "20.000000000");
    }

    @Test
    void aReturnOfMoreThanWasSoldIsQuarantined() {
        // Given
        String group = "too-much";
        CloudEvent sale = event(group, "store", "order-1", NOON, sale("10.00", "6.00", null));
        CloudEvent returned = event(
                group,
                "store",
                "order-1",
                NOON,
                new SaleReturned(sale.id(), List.of(new ReturnLine(1, "sku", BigDecimal.valueOf(3), null)), null));

        // When
        client().send(declared(group), sale, returned);

        // Then
        awaitState(returned, "quarantined");
        get("/api/v1/suspense?group=too-much").then().body("items[0].reason", equalTo("return-exceeds-sale"));
        assertBalance(group, "store:assets:cash", "20.000000000");
    }

    @Test
    void aRecordThatIsNoEventIsKeptAsItWasSentAndCanBeRedriven() {
        // Given: a sale that was sent to the topic of costs
        ProducerRecord<byte[], byte[]> sale = new KafkaBinding(new EventCodec())
                .toRecord(event("misplaced", "store", "order-1", NOON, sale("10.00", "6.00", null)));

        // When
        RecordMetadata sent = client().sendRecords(
                        List.of(new ProducerRecord<>(Topics.COSTS, null, null, null, sale.value(), sale.headers())))
                .getFirst();

        // Then
        await().atMost(WAIT).until(() -> suspended(sent).isPresent());
        int id = suspended(sent).orElseThrow();
        get("/api/v1/suspense/" + id)
                .then()
                .statusCode(200)
                .body("value", equalTo(new String(sale.value(), StandardCharsets.UTF_8)))
                .body("headers.find { it.name == 'ce_subject' }.value", equalTo("order-1"))
                .body("item.detail", equalTo("triad.sale.recorded.v1 belongs on triad.sales, not on triad.costs"));
        given().post("/api/v1/suspense/" + id + "/redrive")
                .then()
                .statusCode(200)
                .body("state", equalTo("quarantined"))
                .body("reason", equalTo("wrong-topic"));
    }

    @Test
    void aStatementPagesThroughEveryEntryWithItsRunningBalance() {
        // Given
        String group = "pages";
        List<CloudEvent> sales = new java.util.ArrayList<>();
        for (int i = 0; i < 25; i++) {
            sales.add(event(
                    group,
                    "store",
                    "order-" + i,
                    NOON.plus(Duration.ofMinutes(17L * (i % 9))),
                    sale("1.00", "0.50", null)));
        }
        client().send(declared(group));
        client().send(sales);
        sales.forEach(sale -> awaitState(sale, "posted"));

        // When
        List<String> balances = new java.util.ArrayList<>();
        String cursor = "";
        do {
            var page = given().queryParam("limit", 7)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/groups/pages/accounts/store:assets:cash/statement")
                    .then()
                    .statusCode(200)
                    .extract();
            balances.addAll(page.path("lines.balance"));
            cursor = page.path("nextCursor") == null ? "" : page.path("nextCursor");
        } while (!cursor.isEmpty());

        // Then
        assertThat(balances).hasSize(25).last().isEqualTo("50.000000000");
        for (int i = 0; i < balances.size(); i++) {
            assertThat(new BigDecimal(balances.get(i))).isEqualByComparingTo(BigDecimal.valueOf(2L * (i + 1)));
        }
        get("/api/v1/groups/pages/accounts?asOf=" + NOON.plus(Duration.ofMinutes(16)) + "&prefix=store:assets:cash")
                .then()
                .body("accounts[0].balance", equalTo("6.000000000"));
    }

    @Test
    void anIncomeStatementShowsTheUnitsPartsForAnySpan() {
        // Given
        String group = "income";
        CloudEvent sale = event(group, "store", "order-1", NOON, sale("10.00", "6.00", null));
        CloudEvent later = event(group, "store", "order-2", NOON.plusSeconds(90), sale("10.00", "6.00", null));

        // When
        client().send(declared(group), sale, later);

        // Then
        awaitState(later, "posted");
        given().queryParam("to", NOON.plusSeconds(90).toString())
                .get("/api/v1/groups/income/units/store/income-statement")
                .then()
                .statusCode(200)
                .body("sections.find { it.section == 'external-revenue' }.amount", equalTo("20.000000000"))
                .body("operatingIncome", equalTo("8.000000000"));
        get("/api/v1/groups/income/units/store/income-statement")
                .then()
                .body("operatingIncome", equalTo("16.000000000"));
    }

    @Test
    void badRequestsGetProblemsWithStableCodes() {
        get("/api/v1/groups/nobody").then().statusCode(404).body("code", equalTo("unknown-group"));
        get("/api/v1/entries/none").then().statusCode(404).body("code", equalTo("unknown-entry"));
        get("/api/v1/events/a/b/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("unknown-event"));
        get("/api/v1/suspense?limit=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("limit"));
        given().contentType("application/json")
                .body("{\"source\": 7")
                .post("/api/v1/events/lookup")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-body"));
        get("/api/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void itTellsOfItsHealthAndMetrics() {
        await().untilAsserted(
                        () -> get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")));
        assertThat(get("/q/metrics").asString()).contains("triad_ledger_entries_total", "triad_ledger_lag");
    }

    private LedgerClient client() {
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }

    /** The number of the suspense item that a record has become. */
    private static Optional<Integer> suspended(RecordMetadata sent) {
        String own = "items.find { it.topic == '%s' && it.partition == %d && it.offset == %d }?.id"
                .formatted(sent.topic(), sent.partition(), sent.offset());
        String cursor = "0";
        while (cursor != null) {
            JsonPath page = get("/api/v1/suspense?limit=500&cursor=" + cursor).jsonPath();
            Integer id = page.get(own);
            if (id != null) {
                return Optional.of(id);
            }
            cursor = page.get("nextCursor");
        }
        return Optional.empty();
    }

    private static void awaitState(CloudEvent event, String state) {
        await().atMost(WAIT)
                .untilAsserted(() -> given().contentType("application/json")
                        .body(Map.of("source", event.source().toString(), "ids", List.of(event.id())))
                        .post("/api/v1/events/lookup")
                        .then()
                        .statusCode(200)
                        .body("events.state", equalTo(List.of(state))));
    }

    private static void assertBalance(String group, String account, String balance) {
        get("/api/v1/groups/" + group + "/accounts/" + account)
                .then()
                .statusCode(200)
                .body("balance", equalTo(balance));
    }

    private static SaleRecorded sale(String price, String cost, @Nullable String weight) {
        return new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "sku", "things", LineKind.GOODS, BigDecimal.TWO, new BigDecimal(price), new BigDecimal(cost))),
                null,
                weight == null
                        ? List.of()
                        : List.of(new Attribution("device", "echo", "2026-w09", new BigDecimal(weight))));
    }

    private static UsageRecorded usage(String consumer, ConsumerKind kind, String quantity) {
        return new UsageRecorded(
                "cloud", consumer, kind, "compute", new BigDecimal(quantity), "vcpu-hour", null, Map.of());
    }

    private static CloudEvent rate(String group, String list, String full, Instant from) {
        return event(
                group,
                "cloud",
                "compute",
                from,
                new RatePublished(
                        "cloud",
                        "compute",
                        "vcpu-hour",
                        new BigDecimal(list),
                        new BigDecimal("0.01"),
                        new BigDecimal(full),
                        from));
    }

    private static CloudEvent declared(String group) {
        return event(
                group,
                "cloud",
                group,
                NOON,
                new GroupDeclared(
                        "A group",
                        Asset.parse("USD/9"),
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("store", "Store", List.of()),
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("device", "Device", List.of("store")))));
    }

    private static CloudEvent event(String group, String unit, String subject, Instant time, Event data) {
        Source source = new Source(group, unit);
        return new CloudEvent(EventIds.derived(time, source, subject, data.toString()), source, subject, time, data);
    }
}
