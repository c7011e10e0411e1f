package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.Streams;
import dev.triad.ledger.request.LogLines;
import dev.triad.ledger.trace.SpansSeen;
import dev.triad.request.web.SafeLines;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.MetricsContract;
import dev.triad.testing.PostgresTestResource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.Test;

/** What a ledger that traces shows of itself: metrics, traces, and lines of its log. */
@QuarkusTest
@TestProfile(ObservedQuarkusTest.Traced.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ObservedQuarkusTest extends MetricsContract {
    /** Tracing is on, and nobody takes the spans but the test. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:1");
        }
    }

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String OTHER_TRACE = "aaf92f3577b34da6a3ce929d0e0e4736";
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final List<CloudEvent> STREAM = Streams.of("observed", 20_261_127, 60);
    private static final CloudEvent SALE = STREAM.stream()
            .filter(event -> event.type() == EventType.SALE_RECORDED)
            .findFirst()
            .orElseThrow();

    private static boolean used;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    SpansSeen spans;

    @Override
    protected List<String> sections() {
        return List.of("Ledger");
    }

    @Override
    protected List<String> watchers() {
        return List.of("triad-ledger", "triad-services");
    }

    @Override
    protected void use() {
        if (used) {
            return;
        }
        used = true;
        send(STREAM);
        try (LedgerClient client = new LedgerClient(servers)) {
            client.sendRecords(
                    List.of(new ProducerRecord<>(Topics.COSTS, "no event".getBytes(StandardCharsets.UTF_8))));
        }
        await().atMost(WAIT).untilAsserted(() -> entry(SALE.id()));
        get("/api/v1/groups").then().statusCode(200);
    }

    @Test
    void whatIsInQuarantineIsCounted() {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(sample("triad_ledger_suspense_items{state=\"quarantined\"}"))
                        .isPositive()
                        .isEqualTo(get("/api/v1/suspense?state=quarantined")
                                .jsonPath()
                                .getList("items")
                                .size()));
        assertThat(sample("triad_ledger_suspense_age_seconds{state=\"quarantined\"}"))
                .isPositive();
    }

    @Test
    void anEntryIsAPartOfItsProducersTrace() {
        // Given
        CloudEvent sale = anew(SALE);

        // When
        send(sale, "00-" + TRACE + "-" + SPAN + "-01");

        // Then
        await().atMost(WAIT).untilAsserted(() -> assertThat(spans.of(TRACE)).hasSize(1));
        SpanData span = spans.of(TRACE).getFirst();
        assertThat(span.getName()).isEqualTo("post triad.sales");
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(attribute(span, "triad.entry.id")).isEqualTo(entry(sale.id()));
        assertThat(attribute(span, "cloudevents.event_id")).isEqualTo(sale.id().toString());
        assertThat(attribute(span, "messaging.destination.name")).isEqualTo(Topics.SALES);
        assertThat(spans.named("post batch"))
                .anyMatch(batch -> batch.getLinks().stream()
                                .anyMatch(link ->
                                        link.getSpanContext().getTraceId().equals(TRACE))
                        && span.getLinks().getFirst().getSpanContext().equals(batch.getSpanContext()));
    }

    @Test
    void aRepeatInAnotherTraceIsTheSameEvent() {
        // Given
        CloudEvent sale = anew(SALE);
        send(sale, "00-" + OTHER_TRACE + "-" + SPAN + "-01");
        await().atMost(WAIT).untilAsserted(() -> entry(sale.id()));
        double repeats = sample("triad_ledger_duplicates_total");
        double quarantined = sample("triad_ledger_quarantined_total");

        // When
        send(sale, "00-" + OTHER_TRACE.replace('a', 'b') + "-" + SPAN + "-01");

        // Then
        await().atMost(WAIT)
                .untilAsserted(() ->
                        assertThat(sample("triad_ledger_duplicates_total")).isEqualTo(repeats + 1));
        assertThat(sample("triad_ledger_quarantined_total")).isEqualTo(quarantined);
    }

    @Test
    void aRecordWithAHeaderThatIsNoTraceIsPostedAllTheSame() {
        CloudEvent sale = anew(SALE);

        send(sale, "00-nonsense\u0000-");

        await().atMost(WAIT).untilAsserted(() -> entry(sale.id()));
    }

    @Test
    void everyLineOfARequestCarriesItsName() {
        try (LogLines lines = new LogLines()) {
            given().header("X-Request-Id", "order-4711")
                    .get("/test/log?name=harmless")
                    .then()
                    .statusCode(200)
                    .header("X-Request-Id", "order-4711");

            ExtLogRecord line = lines.beginning("probe name=harmless").getFirst();
            assertThat(line.getMdcCopy())
                    .containsEntry("requestId", "order-4711")
                    .containsKeys("traceId", "spanId");
        }
    }

    @Test
    void whatHasNoNameOrAHostileOneGetsAnother() {
        assertThat(UUID.fromString(get("/api/v1/groups").header("X-Request-Id")))
                .isNotNull();
        String hostile = "a\" level=\"ERROR";
        String answered =
                given().header("X-Request-Id", hostile).get("/api/v1/nothing").header("X-Request-Id");
        assertThat(UUID.fromString(answered)).hasToString(answered);
    }

    @Test
    void aHostileNameStaysOnItsLine() throws IOException {
        try (LogLines lines = new LogLines()) {
            given().queryParam("name", "evil\n2026-01-01 ERROR forged\u001b[2J")
                    .get("/test/log")
                    .then()
                    .statusCode(200);

            ExtLogRecord line = lines.beginning("probe name=evil").getFirst();
            JsonNode json = new ObjectMapper().readTree(new JsonFormatter().format(line));
            assertThat(json.path("message").asText()).contains("forged");
            assertThat(new JsonFormatter().format(line).strip().lines()).hasSize(1);
            new SafeLines().isLoggable(line);
            assertThat(line.getFormattedMessage()).isEqualTo("probe name=evil\\u000a2026-01-01 ERROR forged\\u001b[2J");
        }
    }

    private void send(List<CloudEvent> events) {
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(events);
        }
    }

    private void send(CloudEvent event, String traceparent) {
        ProducerRecord<byte[], byte[]> record = new KafkaBinding(new EventCodec()).toRecord(event);
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        try (LedgerClient client = new LedgerClient(servers)) {
            client.sendRecords(List.of(record));
        }
    }

    private static CloudEvent anew(CloudEvent sale) {
        return new CloudEvent(UUID.randomUUID(), sale.source(), sale.subject(), sale.time(), sale.data());
    }

    private static String entry(UUID event) {
        return get("/api/v1/events/observed/" + SALE.source().unit() + "/" + event)
                .then()
                .statusCode(200)
                .extract()
                .path("entries[0].id");
    }

    private static String attribute(SpanData span, String name) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(name)));
    }

    private static double sample(String name) {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }
}
