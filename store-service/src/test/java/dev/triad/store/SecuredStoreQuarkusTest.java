package dev.triad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.KafkaBinding;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.Source;
import dev.triad.request.AskHealth;
import dev.triad.rights.LogUser;
import dev.triad.testing.SecuredKafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store as deploy/secure.yml has it: all that it does at the log it may do, and nothing else was needed. */
@QuarkusTest
@TestProfile(QuietStore.class)
@QuarkusTestResource(
        value = SecuredKafkaTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "store-service"),
        restrictToAnnotatedClass = true)
class SecuredStoreQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "an order of a secured store";

    @ConfigProperty(name = SecuredKafkaTestResource.HTTPS_PORT)
    int port;

    @SuppressWarnings("NullAway.Init") // JUnit has it set before each test.
    private HttpClient http;

    @BeforeEach
    void ready() throws Exception {
        String authority = SecuredKafkaTestResource.broker()
                .secretsOf("store-service")
                .resolve("authority.pem")
                .toString();
        http = HttpClient.newBuilder().sslContext(AskHealth.trusting(authority)).build();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> AskHealth.isReady(at("/q/health/ready"), authority));
    }

    @Test
    void anOrderIsAcknowledgedByTheLog() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(at("/api/v1/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", KEY)
                .POST(BodyPublishers.ofString("{\"lines\": [{\"sku\": \"coffee\", \"quantity\": \"2\"}]}"))
                .build();

        HttpResponse<String> placed = http.send(order, BodyHandlers.ofString());

        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    }

    @Test
    void aRequestThatADeviceWritesBecomesASale() {
        CloudEvent request = request();
        try (var devices = new KafkaProducer<>(
                SecuredKafkaTestResource.broker().accessOf(LogUser.DEVICE).with(Map.of()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var unused = devices.send(new KafkaBinding(new EventCodec()).toRecord(request));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(http.send(
                                        HttpRequest.newBuilder(at("/api/v1/orders/" + request.subject()))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200));
    }

    private static CloudEvent request() {
        Source device = new Source("amazon", "device");
        Instant time = Instant.parse("2026-01-05T10:00:00Z");
        OrderRequested data = new OrderRequested(
                "voice",
                null,
                List.of(new RequestLine("coffee", BigDecimal.ONE)),
                List.of(new Attribution("device", "echo", "2026-w01", BigDecimal.ONE)));
        return new CloudEvent(EventIds.derived(time, device, "secured"), device, "order-secured", time, data);
    }

    private URI at(String path) {
        return URI.create("https://localhost:" + port + path);
    }
}
