package dev.triad.device;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.triad.events.CloudEvent;
import dev.triad.events.LineKind;
import dev.triad.events.OrderRequested;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(QuietDevices.class)
@QuarkusTestResource(KafkaTestResource.class)
class DeviceQuarkusTest {
    private static final String DEVICES = "/api/v1/devices";
    private static final String INTERACTIONS = "/api/v1/interactions";
    private static final String PURCHASES = "/api/v1/skills/purchases";
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
    void aDeviceSoldIsASaleAndCountsInItsCohort() {
        String key = key();
        String body = "{\"product\":\"echo-dot\",\"quantity\":3,\"unitPrice\":\"29.00\"}";
        long before = inCohort("echo-dot", "2026-w01");

        post(DEVICES, key, body)
                .statusCode(201)
                .body("cohort", equalTo("2026-w01"))
                .body("unitCost", equalTo("31"));
        post(DEVICES, key, body).statusCode(201).header("Idempotency-Replayed", "true");
        post(DEVICES, key, body.replace("3", "4")).statusCode(422).body("code", equalTo("idempotency-key-reused"));

        assertThat(inCohort("echo-dot", "2026-w01")).isEqualTo(before + 3);
        CloudEvent event = only(Topics.SALES, key);
        assertThat(event.source()).hasToString("/amazon/device");
        SaleRecorded sale = (SaleRecorded) event.data();
        assertThat(sale.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.DEVICE);
            assertThat(line.unitPrice()).isEqualByComparingTo("29");
            assertThat(line.unitCost()).isEqualByComparingTo("31");
        });
    }

    @Test
    void whatIsSaidIsUseOfTheCloud() {
        String key = key();
        post(INTERACTIONS, key, "{\"product\":\"third-party-speaker\",\"cohort\":\"2026-w02\",\"count\":7}")
                .statusCode(201)
                .body("type", equalTo("triad.usage.recorded.v1"))
                .body("quantity", equalTo("7"));

        UsageRecorded usage = (UsageRecorded) only(Topics.USAGE, key).data();
        assertThat(usage.provider()).isEqualTo("cloud");
        assertThat(usage.consumer()).isEqualTo("device");
        assertThat(usage.resource()).isEqualTo("voice");
        assertThat(usage.unitOfMeasure()).isEqualTo("interaction");
        assertThat(usage.labels())
                .containsEntry("product", "third-party-speaker")
                .containsEntry("cohort", "2026-w02");
    }

    @Test
    void whatIsOrderedByVoiceIsARequestWithItsAttribution() {
        String key = key();
        String order = post(
                        INTERACTIONS,
                        key,
                        "{\"product\":\"echo\",\"cohort\":\"2026-w03\",\"customer\":\"customer-1\",\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}")
                .statusCode(201)
                .body("type", equalTo("triad.order.requested.v1"))
                .extract()
                .path("order");

        CloudEvent event = only(Topics.REQUESTS, key);
        assertThat(event.subject()).isEqualTo(order);
        OrderRequested request = (OrderRequested) event.data();
        assertThat(request.channel()).isEqualTo("voice");
        assertThat(request.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.sku()).isEqualTo("coffee"));
        assertThat(request.attribution()).singleElement().satisfies(one -> {
            assertThat(one.unit()).isEqualTo("device");
            assertThat(one.product()).isEqualTo("echo");
            assertThat(one.cohort()).isEqualTo("2026-w03");
            assertThat(one.weight()).isEqualByComparingTo("0.5");
        });
    }

    @Test
    void aCommandIsForTheGroupThatItNamesAndForTheFirstWhenItNamesNone() {
        String first = key();
        String other = key();

        post(DEVICES, first, "{\"product\":\"echo-dot\"}").statusCode(201);
        post(DEVICES, other, "{\"group\":\"google\",\"product\":\"home-mini\"}").statusCode(201);

        assertThat(only(Topics.SALES, first).source()).hasToString("/amazon/device");
        assertThat(only(Topics.SALES, other).source()).hasToString("/google/device");
    }

    @Test
    void aSkillEarnsItsShare() {
        String key = key();
        post(
                        PURCHASES,
                        key,
                        "{\"sku\":\"skill-purchase\",\"product\":\"echo-dot\",\"cohort\":\"2026-w03\",\"quantity\":2}")
                .statusCode(201)
                .body("unitPrice", equalTo("0.5970"))
                .body("grossMerchandiseValue", equalTo("3.98"));

        SaleRecorded sale = (SaleRecorded) only(Topics.SALES, key).data();
        assertThat(sale.lines().getFirst().kind()).isEqualTo(LineKind.DIGITAL);
        assertThat(sale.attribution().getFirst().cohort()).isEqualTo("2026-w03");
    }

    static Stream<Arguments> invalid() {
        String order = "{\"product\":\"echo\",\"count\":2,\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}";
        String ofGoogle =
                "{\"group\":\"google\",\"product\":\"home-mini\",\"lines\":[{\"sku\":\"travel-click\",\"quantity\":\"1\"}]}";
        return Stream.of(
                Arguments.of(DEVICES, "{\"product\":\"kindle\"}", 422, "unknown-product", "product"),
                Arguments.of(DEVICES, "{\"product\":\"third-party-speaker\"}", 422, "unknown-product", "product"),
                Arguments.of(DEVICES, "{\"product\":\"echo\",\"quantity\":0}", 400, "invalid-request", "quantity"),
                Arguments.of(
                        DEVICES, "{\"product\":\"echo\",\"unitPrice\":\"-1\"}", 400, "invalid-request", "unitPrice"),
                Arguments.of(DEVICES, "{\"product\":\"echo\",\"unitPrice\":29}", 400, "invalid-request", "unitPrice"),
                Arguments.of(DEVICES, "{}", 400, "invalid-request", "product"),
                Arguments.of(DEVICES, "{\"product\":\"echo\",\"group\":\"ebay\"}", 422, "unknown-group", "group"),
                Arguments.of(INTERACTIONS, "{\"product\":\"kindle\"}", 422, "unknown-product", "product"),
                Arguments.of(INTERACTIONS, order, 400, "invalid-request", "count"),
                Arguments.of(INTERACTIONS, ofGoogle, 400, "invalid-request", "lines"),
                Arguments.of(
                        INTERACTIONS, "{\"product\":\"echo\",\"cohort\":\"Week 3\"}", 400, "invalid-request", "cohort"),
                Arguments.of(PURCHASES, "{\"sku\":\"moon\",\"product\":\"echo\"}", 422, "unknown-sku", "sku"),
                Arguments.of(
                        PURCHASES, "{\"sku\":\"song\",\"product\":\"kindle\"}", 422, "unknown-product", "product"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void aCommandThatIsWrongIsAProblem(String path, String body, int status, String code, @Nullable String field) {
        post(path, key(), body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.field", hasItem(field));
    }

    @Test
    void listsItsProductsAndCohorts() {
        when().get("/api/v1/products")
                .then()
                .statusCode(200)
                .body("own.product", hasItems("echo", "echo-dot"))
                .body("thirdParty.product", hasItem("third-party-speaker"))
                .body("digital.sku", hasItem("skill-purchase"));
        when().get("/api/v1/cohorts?group=amazon")
                .then()
                .statusCode(200)
                .body("cohorts.cohort", hasItem("installed-base"));
    }

    @Test
    void showsHealthSimulationAndItsInterface() {
        when().get("/q/health/live").then().statusCode(200);
        when().get("/api/v1/simulation")
                .then()
                .body("units.group", contains("amazon", "google"))
                .body("units.unit", contains("device", "device"));
        when().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.keySet()",
                        hasItems(DEVICES, INTERACTIONS, PURCHASES, "/api/v1/products", "/api/v1/cohorts"));
        when().get("/q/swagger-ui/").then().statusCode(200);
    }

    private long inCohort(String product, String cohort) {
        Integer devices = when().get("/api/v1/cohorts")
                .then()
                .statusCode(200)
                .extract()
                .path("cohorts.find { it.product == '" + product + "' && it.cohort == '" + cohort + "' }?.devices");
        return devices == null ? 0 : devices;
    }

    private CloudEvent only(String topic, String key) {
        var events = log.events(topic, event -> key.equals(event.idempotencyKey()));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static ValidatableResponse post(String path, String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }
}
