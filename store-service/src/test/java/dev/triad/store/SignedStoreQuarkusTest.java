package dev.triad.store;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
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
import dev.triad.events.Topics;
import dev.triad.signature.EventReader;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.simulation.recovery.Checkpoints;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is given a key signs what it says, and makes sales of those requests alone that a device has signed. */
@QuarkusTest
@TestProfile(SignedStoreQuarkusTest.Signing.class)
@QuarkusTestResource(KafkaTestResource.class)
class SignedStoreQuarkusTest {
    /** The store's own key, and that of the devices. */
    public static class Signing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QuietStore().getConfigOverrides());
            settings.put("triad.signing.producer", "store");
            settings.put("triad.signing.key", base64('s'));
            settings.put("triad.producers.store.key", base64('s'));
            settings.put("triad.producers.store.sources", "/*/store");
            settings.put("triad.producers.device.key", base64('d'));
            settings.put("triad.producers.device.sources", "/*/device");
            return settings;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Signer BY_DEVICE = Signer.of("device", SigningKey.ofBase64("key", base64('d')));
    private static final Signer BY_FORGER = Signer.of("device", SigningKey.ofBase64("key", base64('f')));

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    EventReader reader;

    @Inject
    Checkpoints checkpoints;

    @BeforeEach
    void ready() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void ordersAndVoiceOrdersBecomeSignedSalesAndForgedRequestsNone() {
        try (EventLog log = new EventLog(servers)) {
            // When: an order by command; requests that nobody signed, that a forger did, and one by the device
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", "signed-order")
                    .body("{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}")
                    .post("/api/v1/orders")
                    .then()
                    .statusCode(201);
            log.send(request("unsigned"));
            log.send(BY_FORGER.sign(request("forged")));
            log.send(BY_DEVICE.sign(request("asked")));

            // Then
            await().atMost(PATIENCE).until(() -> isSold(log, "asked"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(when().get("/q/metrics").asString())
                            .contains("triad_requests_total{outcome=\"malformed\"} 2.0"));
            assertThat(isSold(log, "unsigned")).isFalse();
            assertThat(isSold(log, "forged")).isFalse();
            List<ConsumerRecord<byte[], byte[]>> sales = log.records(Topics.SALES);
            assertThat(sales).hasSize(2);
            assertThat(sales.stream().map(reader::read).map(CloudEvent::source))
                    .containsOnly(new Source("amazon", "store"));
            assertThat(sales)
                    .allSatisfy(sale -> assertThat(KafkaBinding.optional(sale.headers(), KafkaBinding.PRODUCER))
                            .isEqualTo("store"));
        }
    }

    @Test
    void whatItKeepsForItselfItTakesFromNobodyElse() {
        String key = "store-service/kept";
        checkpoints.write(key, "own").join();
        try (EventLog log = new EventLog(servers)) {
            log.send(new ProducerRecord<>(
                    Topics.SIMULATION,
                    key.getBytes(StandardCharsets.UTF_8),
                    "\"forged\"".getBytes(StandardCharsets.UTF_8)));
        }

        checkpoints.load();

        assertThat(checkpoints.restore(key, String.class)).contains("own");
    }

    private static boolean isSold(EventLog log, String subject) {
        return !log.events(Topics.SALES, event -> event.subject().equals(subject))
                .isEmpty();
    }

    private ProducerRecord<byte[], byte[]> request(String subject) {
        Source device = new Source("amazon", "device");
        Instant time = Instant.parse("2026-01-05T12:00:00Z");
        return binding.toRecord(new CloudEvent(
                EventIds.derived(time, device, subject),
                device,
                subject,
                time,
                new OrderRequested(
                        "voice",
                        null,
                        List.of(new RequestLine("coffee", BigDecimal.ONE)),
                        List.of(new Attribution("device", "echo", "2026-w01", BigDecimal.ONE)))));
    }

    private static String base64(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
