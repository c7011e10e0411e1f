package dev.triad.store;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.KafkaBinding;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(QuietStore.class)
@QuarkusTestResource(KafkaTestResource.class)
class StoreQuarkusTest {
    private static final String TWO_COFFEES = """
            {"customer": "customer-7", "lines": [{"sku": "coffee", "quantity": "2"}]}""";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    @SuppressWarnings("NullAway.Init")
    private EventLog log;

    @BeforeEach
    void ready() {
        log = new EventLog(bootstrapServers);
        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anOrderIsASaleOnTheLog() {
        String key = key();

        String id = place(key, TWO_COFFEES)
                .statusCode(201)
                .header("Location", containsString("/api/v1/orders/order-"))
                .header("Idempotency-Key", key)
                .header("Idempotency-Replayed", nullValue())
                .body("total", equalTo("33.50"))
                .body("lines[0].unitPrice", equalTo("16.75"))
                .extract()
                .path("id");

        CloudEvent event = orderOf(key);
        assertThat(event.source()).hasToString("/amazon/store");
        assertThat(event.subject()).isEqualTo(id);
        assertThat(event.id().version()).isEqualTo(7);
        SaleRecorded sale = (SaleRecorded) event.data();
        assertThat(sale.channel()).isEqualTo("web");
        assertThat(sale.customer()).isEqualTo("customer-7");
        assertThat(sale.lines().getFirst().unitCost()).isEqualByComparingTo("12.40");
        when().get("/api/v1/orders/" + id)
                .then()
                .statusCode(200)
                .body("event", equalTo(event.id().toString()));
    }

    @Test
    void theRecordIsACloudEventInBinaryMode() {
        String key = key();
        place(key, TWO_COFFEES).statusCode(201);

        var record = log.records(Topics.SALES).stream()
                .filter(one -> key.equals(KafkaBinding.optional(one.headers(), KafkaBinding.IDEMPOTENCY_KEY)))
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of(record.headers().toArray()).map(header -> header.key()))
                .as("each header once")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "ce_type",
                        "ce_source",
                        "ce_id",
                        "ce_time",
                        "ce_subject",
                        "ce_idempotencykey",
                        "ce_requestdigest",
                        "content-type");
        assertThat(KafkaBinding.optional(record.headers(), KafkaBinding.TYPE)).isEqualTo("triad.sale.recorded.v1");
        assertThat(KafkaBinding.optional(record.headers(), KafkaBinding.REQUEST_DIGEST))
                .matches("[0-9a-f]{64}");
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo(KafkaBinding.optional(record.headers(), KafkaBinding.SUBJECT));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOneSale() {
        String key = key();
        String first = place(key, TWO_COFFEES).statusCode(201).extract().asString();

        // The same request, though written in another order and with other spaces.
        String again = """
                {"lines":[{"quantity":"2","sku":"coffee"}],"customer":"customer-7"}""";
        String second = place(key, again)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        assertThat(withKey(key)).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        String key = key();
        String id = place(key, TWO_COFFEES).statusCode(201).extract().path("id");

        place(key, TWO_COFFEES.replace("\"2\"", "\"3\""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));
        takeBack(key, id, "1", "1").statusCode(422).body("code", equalTo("idempotency-key-reused"));

        assertThat(withKey(key)).hasSize(1);
    }

    @Test
    void duplicatesAtTheSameTimeAreOneSale() {
        String key = key();

        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> place(key, TWO_COFFEES).statusCode(201).extract().<String>path("event")))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(withKey(key)).hasSize(1);
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        String key = key();
        place(key, TWO_COFFEES.replace("coffee", "moon")).statusCode(422);

        place(key, TWO_COFFEES).statusCode(201);
    }

    @Test
    void withoutAKeyOneIsMadeAndToldToTheCaller() {
        String key = given().contentType(ContentType.JSON)
                .body(TWO_COFFEES)
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .header("Idempotency-Key");

        assertThat(UUID.fromString(key).version()).isEqualTo(7);
        place(key, TWO_COFFEES).statusCode(201).header("Idempotency-Replayed", "true");
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("{", 400, "malformed-request", null),
                Arguments.of("[]", 400, "malformed-request", null),
                Arguments.of("{\"lines\":[],\"linez\":1}", 400, "malformed-request", "linez"),
                Arguments.of("{\"lines\":[]}", 400, "invalid-request", "lines"),
                Arguments.of("{}", 400, "invalid-request", "lines"),
                Arguments.of("{\"lines\":[null]}", 400, "invalid-request", "lines[0]"),
                Arguments.of(lines("coffee", "\"0\""), 400, "invalid-request", "lines[0].quantity"),
                Arguments.of(lines("coffee", "\"1e99\""), 400, "invalid-request", "lines[0].quantity"),
                Arguments.of(lines("coffee", "2"), 400, "invalid-request", "lines[0].quantity"),
                Arguments.of(lines("", "\"1\""), 400, "invalid-request", "lines[0].sku"),
                Arguments.of(lines("moon", "\"1\""), 422, "unknown-sku", "lines[0].sku"),
                Arguments.of(
                        lines("coffee", "\"1\"").replace("{\"lines", "{\"group\":\"ebay\",\"lines"),
                        422,
                        "unknown-group",
                        "group"),
                Arguments.of(attributed("0.6", "0.6"), 422, "refused", null),
                Arguments.of(attributed("0.6", "1.6"), 400, "invalid-request", "attribution[1].weight"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anOrderThatIsWrongIsAProblem(String body, int status, String code, @Nullable String field) {
        ValidatableResponse response = place(key(), body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("type", equalTo("urn:triad:problem:" + code))
                .body("status", equalTo(status));
        if (field != null) {
            response.body("errors.field", hasItem(field));
        }
    }

    @Test
    void nothingElseIsLeftWithoutAProblem() {
        when().get("/api/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        when().get("/api/v1/orders/none").then().statusCode(404).body("code", equalTo("not-found"));
        when().delete("/api/v1/orders").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/orders")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        place("k".repeat(300), TWO_COFFEES).statusCode(400).body("errors.field", hasItem("Idempotency-Key"));
    }

    @Test
    void whatWasSoldComesBackButNeverMore() {
        String id = place(key(), TWO_COFFEES).statusCode(201).extract().path("id");
        String key = key();

        takeBack(key, id, "1", "1").statusCode(201).body("lines[0].sku", equalTo("coffee"));
        takeBack(key, id, "1", "1").statusCode(201).header("Idempotency-Replayed", "true");
        takeBack(key(), id, "1", "2")
                .statusCode(422)
                .body("code", equalTo("return-exceeds-sale"))
                .body("errors.message", hasItem("of line 1 1 can come back"));
        takeBack(key(), id, "2", "1").statusCode(422).body("code", equalTo("return-exceeds-sale"));
        takeBack(key(), id, "1", "1").statusCode(201);
        takeBack(key(), "none", "1", "1").statusCode(404).body("code", equalTo("not-found"));

        when().get("/api/v1/orders/" + id).then().body("lines[0].returned", equalTo("2"));
        CloudEvent returned = withKey(key).getFirst();
        assertThat(returned.subject()).isEqualTo(id);
        assertThat(((SaleReturned) returned.data()).sale())
                .isEqualTo(log.events(Topics.SALES, event -> event.subject().equals(id))
                        .getFirst()
                        .id());
    }

    @Test
    void aVoiceRequestBecomesASaleWithItsAttribution() {
        Source device = new Source("amazon", "device");
        Instant time = Instant.parse("2026-02-03T04:05:06Z");
        Attribution echo = new Attribution("device", "echo-dot", "2026-w05", new BigDecimal("0.5"));
        String subject = "voice-" + UUID.randomUUID();
        CloudEvent unknown = request(device, time, "moon-" + subject, "moon", echo);
        CloudEvent good = request(device, time, subject, "coffee", echo);

        // What cannot be a sale does not keep back what can.
        log.send(new ProducerRecord<>(Topics.REQUESTS, "nonsense".getBytes(StandardCharsets.UTF_8)));
        log.send(request(new Source("nobody", "device"), time, subject, "coffee", echo));
        log.send(unknown);
        log.send(good);
        log.send(good);

        await().atMost(PATIENCE).until(() -> !soldAs(subject).isEmpty());
        CloudEvent sale = soldAs(subject).getFirst();
        assertThat(sale.time()).isEqualTo(time);
        assertThat(((SaleRecorded) sale.data()).channel()).isEqualTo("voice");
        assertThat(((SaleRecorded) sale.data()).attribution()).containsExactly(echo);
        assertThat(soldAs(subject)).extracting(CloudEvent::id).containsOnly(sale.id());
        assertThat(soldAs("moon-" + subject)).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/q/metrics")
                        .then()
                        .body(containsString("triad_requests_total{outcome=\"unknown-sku\"}"))
                        .body(containsString("triad_requests_total{outcome=\"malformed\"}")));
        when().get("/api/v1/orders/" + subject).then().statusCode(200).body("attribution[0].cohort", is("2026-w05"));
    }

    @Test
    void tellsAndTakesTheSettingsOfItsSimulation() {
        given().contentType(ContentType.JSON)
                .body("{\"rate\":\"2.5\",\"speed\":60,\"paused\":true}")
                .put("/api/v1/simulation?group=amazon")
                .then()
                .statusCode(200)
                .body("units.size()", is(1))
                .body("units[0].rate", equalTo("2.5"));
        when().get("/api/v1/simulation")
                .then()
                .statusCode(200)
                .body("units[0].group", equalTo("amazon"))
                .body("units[0].unit", equalTo("store"))
                .body("units[0].phase", equalTo("disabled"))
                .body("units[0].speed", is(60))
                .body("units[0].paused", is(true))
                .body("units[0].seed", is(20260101))
                .body("units[0].virtualTime", equalTo("2026-01-01T00:00:00Z"))
                .body("units[0].eventsEmitted", is(0));
        assertThat(log.records(Topics.SIMULATION))
                .as("the change is on the log")
                .anySatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .contains("\"rate\":\"2.5\"", "\"paused\":true"));
        given().contentType(ContentType.JSON)
                .body("{\"rate\":\"1\",\"speed\":600,\"paused\":false}")
                .put("/api/v1/simulation")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesSettingsOutOfBounds() {
        for (String body :
                List.of("{}", "{\"rate\":\"101\"}", "{\"rate\":\"-1\"}", "{\"speed\":0}", "{\"speed\":9999999}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .put("/api/v1/simulation")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"))
                    .body("errors", notNullValue());
        }
        when().get("/api/v1/simulation?group=ebay").then().statusCode(422).body("code", equalTo("unknown-group"));
    }

    @Test
    void listsItsCatalogueWithPricesAndCosts() {
        when().get("/api/v1/catalogue")
                .then()
                .statusCode(200)
                .body("model", equalTo("retail"))
                .body("items.sku", hasItems("paperback", "coffee"))
                .body("items.price", everyItem(notNullValue()))
                .body("items.cost", everyItem(notNullValue()));
    }

    @Test
    void showsHealthMetricsAndItsInterface() {
        place(key(), TWO_COFFEES).statusCode(201);
        when().get("/q/health/live").then().statusCode(200);
        when().get("/q/health/ready").then().body("checks.name", hasItems("kafka", "triad-units"));
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("triad_commands_total{operation=\"place-order\",outcome=\"accepted\"}"))
                .body(containsString(
                        "triad_events_emitted_total{channel=\"commands\",type=\"triad.sale.recorded.v1\"}"))
                .body(containsString("triad_emit_latency_seconds_count{channel=\"commands\"}"))
                .body(containsString("triad_simulation_lag_seconds{source=\"/amazon/store\"}"));
        when().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Triad store-service"))
                .body(
                        "paths.keySet()",
                        hasItems("/api/v1/orders", "/api/v1/orders/{id}/returns", "/api/v1/simulation"));
        when().get("/q/swagger-ui/").then().statusCode(200).contentType(startsWith("text/html"));
    }

    private ValidatableResponse place(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/orders")
                .then();
    }

    private ValidatableResponse takeBack(String key, String order, String line, String quantity) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"lines\":[{\"line\":" + line + ",\"quantity\":\"" + quantity + "\"}],\"reason\":\"broken\"}")
                .post("/api/v1/orders/" + order + "/returns")
                .then();
    }

    private CloudEvent orderOf(String key) {
        return withKey(key).stream().findFirst().orElseThrow();
    }

    private List<CloudEvent> withKey(String key) {
        return log.events(Topics.SALES, event -> key.equals(event.idempotencyKey()));
    }

    private List<CloudEvent> soldAs(String subject) {
        return log.events(Topics.SALES, event -> event.subject().equals(subject));
    }

    private static CloudEvent request(
            Source source, Instant time, String subject, String sku, Attribution attribution) {
        OrderRequested data =
                new OrderRequested("voice", null, List.of(new RequestLine(sku, BigDecimal.ONE)), List.of(attribution));
        return new CloudEvent(EventIds.derived(time, source, subject), source, subject, time, data);
    }

    private static String lines(String sku, String quantity) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}]}";
    }

    private static String attributed(String one, String other) {
        String attribution = "{\"unit\":\"device\",\"product\":\"echo\",\"cohort\":\"2026-w01\",\"weight\":\"%s\"}";
        return "{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"1\"}],\"attribution\":[" + attribution.formatted(one)
                + "," + attribution.formatted(other) + "]}";
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }
}
