package dev.triad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.CloudEvent;
import dev.triad.events.Topics;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.store.simulation.StoreModel;
import dev.triad.store.simulation.StoreState;
import dev.triad.testing.EventLog;
import dev.triad.testing.KafkaTestResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service, killed in the middle of what it does, against the pure engine as the oracle. */
@Tag("long")
class StoreServiceIT {
    private static final int DAYS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ORDER = """
            {"lines": [{"sku": "coffee", "quantity": "2"}]}""";
    private static final Map<String, String> SHORT_AND_SLOW =
            Map.of("TRIAD_SIMULATION_HISTORY_DAYS", Integer.toString(DAYS), "TRIAD_SIMULATION_SPEED", "1");

    private final KafkaTestResource kafka = new KafkaTestResource();
    private String bootstrapServers = "";

    @BeforeEach
    void startKafka() {
        bootstrapServers = Objects.requireNonNull(kafka.start().get("kafka.bootstrap.servers"));
    }

    @AfterEach
    void stopKafka() {
        kafka.stop();
    }

    @Test
    void killedInItsHistoryItSaysWhatItWouldHaveSaidAndRemembersItsKeys() throws IOException, InterruptedException {
        try (EventLog log = new EventLog(bootstrapServers)) {
            // Given a service that is killed in the middle of its history, after an order
            String first;
            try (StoreProcess store = StoreProcess.start(bootstrapServers, SHORT_AND_SLOW)) {
                await().atMost(PATIENCE).until(store::isReady);
                first = store.order("k", ORDER).then().statusCode(201).extract().asString();
                store.kill();
            }
            int before = log.records(Topics.SALES).size();

            // When it is started again
            try (StoreProcess store = StoreProcess.start(bootstrapServers, SHORT_AND_SLOW)) {
                await().atMost(PATIENCE)
                        .until(() -> store.isReady() && store.phase().equals("live"));

                // Then the same key gives the same answer, and another request is refused
                Response again = store.order("k", ORDER);
                assertThat(again.statusCode()).isEqualTo(201);
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(again.asString()).isEqualTo(first);
                assertThat(store.order("k", ORDER.replace("2", "3")).statusCode())
                        .isEqualTo(422);
            }

            // And the log holds exactly what an undisturbed run would have said, each id with one content
            assertThat(log.records(Topics.SALES).size()).isGreaterThan(before);
            Map<UUID, CloudEvent> said = new HashMap<>();
            Stream.of(Topics.SALES, Topics.USAGE, Topics.COSTS)
                    .flatMap(topic -> log.events(topic, event -> event.idempotencyKey() == null).stream())
                    .filter(event -> event.time().isBefore(historyEnd()))
                    .forEach(event -> assertThat(Objects.requireNonNullElse(said.put(event.id(), event), event))
                            .isEqualTo(event));
            assertThat(said).isEqualTo(oracle());
            assertThat(log.events(Topics.SALES, event -> "k".equals(event.idempotencyKey())))
                    .hasSize(1);
        }
    }

    @Test
    void withoutKafkaACommandIsRefusedAndTheServiceSaysThatItIsNotReady() throws IOException, InterruptedException {
        try (StoreProcess store = StoreProcess.start(bootstrapServers, Map.of("TRIAD_SIMULATION_ENABLED", "false"))) {
            await().atMost(PATIENCE).until(store::isReady);
            kafka.stop();

            Response refused = store.order("k", ORDER);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.contentType()).isEqualTo("application/problem+json");
            assertThat(refused.<String>path("code")).isEqualTo("log-unavailable");
            await().atMost(PATIENCE).until(() -> !store.isReady());
        }
    }

    private static Map<UUID, CloudEvent> oracle() {
        Scenario amazon = new ScenarioLoader(Optional.empty()).load("amazon");
        StoreModel model = new StoreModel(amazon, Objects.requireNonNull(amazon.store()));
        Settings settings = new Settings(BigDecimal.ONE, 1, false, amazon.seed());
        Map<UUID, CloudEvent> events = new HashMap<>();
        Checkpoint<StoreState> here = Engine.begin(model, settings);
        for (int hour = 0; hour < DAYS * 24; hour++) {
            TickResult<StoreState> result = Engine.run(model, here);
            List<CloudEvent> said = result.events();
            said.forEach(event -> events.put(event.id(), event));
            here = here.after(result);
        }
        return events;
    }

    private static Instant historyEnd() {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(DAYS));
    }
}
