package dev.triad.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Topics;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.MetricsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a store that traces shows of itself: metrics, and the way of an order to Kafka. */
@QuarkusTest
@TestProfile(ObservedQuarkusTest.Traced.class)
@QuarkusTestResource(KafkaTestResource.class)
class ObservedQuarkusTest extends MetricsContract {
    /** The quiet store with tracing on, whose spans nobody takes. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QuietStore().getConfigOverrides());
            settings.put("quarkus.otel.sdk.disabled", "false");
            settings.put("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:1");
            return settings;
        }
    }

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Override
    protected List<String> sections() {
        return List.of("Every unit", "Store");
    }

    @Override
    protected List<String> watchers() {
        return List.of("triad-units", "triad-services");
    }

    @Override
    protected void use() {
        order("used", "00-" + TRACE + "-" + SPAN + "-00");
    }

    @Test
    void theSaleOfAnOrderCarriesTheOrdersTrace() {
        // When
        order("traced", "00-" + TRACE + "-" + SPAN + "-01");

        // Then
        String traceparent = header(sale("traced"), "traceparent");
        assertThat(traceparent).startsWith("00-" + TRACE + "-").endsWith("-01").doesNotContain(SPAN);
    }

    @Test
    void theStoreNamesItsRequests() {
        order("named", "00-" + TRACE + "-" + SPAN + "-00").header("X-Request-Id", "order-named");
    }

    private static ValidatableResponse order(String key, String traceparent) {
        return given().contentType("application/json")
                .header("Idempotency-Key", "observed-" + key)
                .header("X-Request-Id", "order-" + key)
                .header("traceparent", traceparent)
                .body(Map.of("lines", List.of(Map.of("sku", "coffee", "quantity", "2"))))
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
    }

    private ConsumerRecord<byte[], byte[]> sale(String key) {
        try (EventLog log = new EventLog(servers)) {
            return log.records(Topics.SALES).stream()
                    .filter(record -> ("observed-" + key).equals(header(record, "ce_idempotencykey")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
