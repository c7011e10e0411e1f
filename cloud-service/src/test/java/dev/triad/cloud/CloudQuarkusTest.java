package dev.triad.cloud;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@TestProfile(QuietCloud.class)
@QuarkusTestResource(KafkaTestResource.class)
class CloudQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Scenarios scenarios;

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
    void aMeteredUseIsOnTheLogOnce() {
        String key = "key-" + UUID.randomUUID();
        String body = usage("harbor-video", "tenant", "compute", "\"12.5\"");

        meter(key, body).statusCode(201).body("unitOfMeasure", equalTo("vcpu-hour"));
        meter(key, body).statusCode(201).header("Idempotency-Replayed", "true");
        meter(key, body.replace("12.5", "13")).statusCode(422).body("code", equalTo("idempotency-key-reused"));

        List<CloudEvent> events = log.events(Topics.USAGE, event -> key.equals(event.idempotencyKey()));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.source()).hasToString("/amazon/cloud");
            assertThat(event.subject()).isEqualTo("harbor-video");
            UsageRecorded usage = (UsageRecorded) event.data();
            assertThat(usage.provider()).isEqualTo("cloud");
            assertThat(usage.consumerKind()).isEqualTo(ConsumerKind.TENANT);
            assertThat(usage.quantity()).isEqualByComparingTo("12.5");
        });
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> when().get("/api/v1/tenants").then().body("tenants.consumer", hasItem("harbor-video")));
    }

    @Test
    void aResourceWithoutARateNeedsACharge() {
        String body = usage("harbor-video", "tenant", "llm-token", "\"1000\"");

        meter("key-" + UUID.randomUUID(), body).statusCode(422).body("code", equalTo("unknown-resource"));
        meter(
                        "key-" + UUID.randomUUID(),
                        body.replace(
                                "\"resource\"",
                                "\"unitOfMeasure\":\"token\",\"charge\":{\"billed\":\"0.02\",\"list\":\"0.03\"},\"resource\""))
                .statusCode(201)
                .body("charge.billed", equalTo("0.02"));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(usage("Harbor", "tenant", "compute", "\"1\""), 400, "invalid-request", "consumer"),
                Arguments.of(usage("bank", "unit", "compute", "\"1\""), 422, "unknown-unit", "consumer"),
                Arguments.of(usage("cloud", "unit", "compute", "\"1\""), 422, "unknown-unit", "consumer"),
                Arguments.of(usage("store", "friend", "compute", "\"1\""), 400, "malformed-request", "consumerKind"),
                Arguments.of(usage("store", "unit", "compute", "\"-1\""), 400, "invalid-request", "quantity"),
                Arguments.of(usage("store", "unit", "compute", "1"), 400, "invalid-request", "quantity"),
                Arguments.of("{}", 400, "invalid-request", "consumerKind"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void aUseThatIsWrongIsAProblem(String body, int status, String code, @Nullable String field) {
        ValidatableResponse response = meter("key-" + UUID.randomUUID(), body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (field != null) {
            response.body("errors.field", hasItem(field));
        }
    }

    @Test
    void daysThatAreCompleteAreSettledAndTheirCostsAreOnTheLog() {
        // Given usage of everybody on the first day and the second, and nonsense among it
        Scenario amazon = scenarios.all().getFirst();
        List<String> all = new ArrayList<>(amazon.internalTenants());
        all.addAll(amazon.cloud().tenantNames());
        log.send(new ProducerRecord<>(Topics.USAGE, "nonsense".getBytes(StandardCharsets.UTF_8)));
        for (String consumer : all) {
            log.send(used(amazon, consumer, "2026-01-01T10:59:59Z"));
            log.send(used(amazon, consumer, "2026-01-02T00:59:59Z"));
        }

        // Then the first day is settled
        await().atMost(PATIENCE).until(() -> costs().size() >= 4);
        List<CostIncurred> costs = costs();
        assertThat(costs).extracting(CostIncurred::pool).contains("compute-capacity", "voice-platform");
        assertThat(costs).allSatisfy(cost -> assertThat(cost.period().from()).isEqualTo("2026-01-01T00:00:00Z"));
        CostIncurred compute = costs.stream()
                .filter(cost -> cost.pool().equals("compute-capacity") && cost.behaviour() == CostBehaviour.FIXED)
                .findFirst()
                .orElseThrow();
        assertThat(compute.users()).containsExactly("device", "external", "store");
        when().get("/api/v1/capacity")
                .then()
                .statusCode(200)
                .body("settledUntil", equalTo("2026-01-02T00:00:00Z"))
                .body("resources[0].resource", equalTo("compute"))
                .body("resources[0].capacity", equalTo("2800"));
        // And what it decided is kept
        assertThat(log.records(Topics.SIMULATION))
                .anySatisfy(record -> assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .isEqualTo("cloud-service/settlement"));
        when().get("/q/metrics").then().body(containsString("triad_usage_malformed_total"));
    }

    @Test
    void showsItsRateCard() {
        when().get("/api/v1/rate-card?group=amazon")
                .then()
                .statusCode(200)
                .body("resources.resource", hasItems("compute", "storage", "requests", "voice"))
                .body("resources[0].rates[0].list", equalTo("0.06"))
                .body("resources[0].rates[0].effectiveFrom", equalTo("2026-01-01T00:00:00Z"));
        when().get("/api/v1/rate-card?group=ebay").then().statusCode(422).body("code", equalTo("unknown-group"));
    }

    @Test
    void showsHealthSimulationAndItsInterface() {
        when().get("/q/health/live").then().statusCode(200);
        when().get("/api/v1/simulation")
                .then()
                .body("units[0].unit", equalTo("cloud"))
                .body("units.size()", is(1));
        when().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.keySet()",
                        hasItems("/api/v1/usage", "/api/v1/tenants", "/api/v1/rate-card", "/api/v1/capacity"));
        when().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static CloudEvent used(Scenario scenario, String consumer, String time) {
        boolean unit = scenario.internalTenants().contains(consumer);
        Source source = new Source("amazon", unit ? consumer : "cloud");
        UsageRecorded usage = new UsageRecorded(
                "cloud",
                consumer,
                unit ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                "compute",
                BigDecimal.TEN,
                "vcpu-hour",
                null,
                Map.of());
        Instant at = Instant.parse(time);
        return new CloudEvent(EventIds.derived(at, source, consumer), source, consumer, at, usage);
    }

    private List<CostIncurred> costs() {
        return log.events(Topics.COSTS, _ -> true).stream()
                .map(event -> (CostIncurred) event.data())
                .toList();
    }

    private static ValidatableResponse meter(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/usage")
                .then();
    }

    private static String usage(String consumer, String kind, String resource, String quantity) {
        return "{\"consumer\":\"%s\",\"consumerKind\":\"%s\",\"resource\":\"%s\",\"quantity\":%s}"
                .formatted(consumer, kind, resource, quantity);
    }
}
