package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One order from a real store through a real broker to a real ledger, with traces and structured logs switched on. */
@Tag("long")
class ObservedIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE_BYTES = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
    private static final String REQUEST = "order-4711";
    private static final String CUSTOMER = "customer-whom-no-log-names";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports = Ports.free();
    private final List<Kept> started = new ArrayList<>();

    @Test
    void anOrderIsOneTraceFromTheStoreToItsEntryAndEveryLineOfTheLogIsAnObject() throws Exception {
        try (SpanReceiver collector = new SpanReceiver()) {
            // Given
            DataDirectory data = new DataDirectory(folder);
            Map<String, String> settings = Map.of(
                    "QUARKUS_OTEL_SDK_DISABLED", "false",
                    "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200MS",
                    "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0",
                    "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                    "TRIAD_SCENARIOS", "amazon");
            start(Component.KAFKA, data, Map.of());
            start(Component.POSTGRES, data, Map.of());
            start(Component.LEDGER, data, settings);
            // The cloud declares the group, without which no sale is booked.
            start(Component.CLOUD, data, settings);
            start(Component.STORE, data, settings);

            // When
            HttpResponse<String> order = order();

            // Then
            assertThat(order.statusCode()).as(order.body()).isEqualTo(201);
            assertThat(order.headers().firstValue("X-Request-Id")).contains(REQUEST);
            String id = JSON.readTree(order.body()).path("event").asText();
            String entry = entry(id);
            await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(spans(collector, "send triad.sales", id)).isPositive();
                assertThat(spans(collector, "post triad.sales", entry)).isPositive();
            });
            assertObjects(data.log(Component.LEDGER));
            assertObjects(data.log(Component.STORE));
        } finally {
            started.reversed().forEach(Kept::close);
        }
    }

    private void start(Component component, DataDirectory data, Map<String, String> settings) throws Exception {
        Kept kept = Kept.of(component, data, ports, settings);
        started.add(kept);
        kept.start();
    }

    private HttpResponse<String> order() throws IOException, InterruptedException {
        String body = """
                {"customer": "%s", "lines": [{"sku": "coffee", "quantity": "2"}]}""".formatted(CUSTOMER);
        HttpRequest request = HttpRequest.newBuilder(address(Component.STORE, "/api/v1/orders"))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", REQUEST)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** The name of the entry of an order, once it is on the books. */
    private String entry(String order) {
        return await().atMost(LONGEST)
                .until(
                        () -> {
                            HttpRequest question = HttpRequest.newBuilder(
                                            address(Component.LEDGER, "/api/v1/events/amazon/store/" + order))
                                    .build();
                            HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
                            return answer.statusCode() == 200
                                    ? JSON.readTree(answer.body())
                                            .at("/entries/0/id")
                                            .asText()
                                    : "";
                        },
                        name -> !name.isEmpty());
    }

    /** How many exports have a span of the order's trace of this name, that says this. */
    private static long spans(SpanReceiver collector, String name, String says) {
        return collector.exports().stream()
                .filter(export -> export.contains(TRACE_BYTES) && export.contains(name) && export.contains(says))
                .count();
    }

    private static void assertObjects(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(line).doesNotContain(CUSTOMER);
            if (line.startsWith("{")) {
                JsonNode object = JSON.readTree(line);
                assertThat(object.path("message").isTextual()).as(line).isTrue();
            }
        }
        assertThat(lines).anyMatch(line -> line.startsWith("{"));
    }

    private URI address(Component service, String path) {
        return URI.create("http://127.0.0.1:" + ports.of(service) + path);
    }
}
