package dev.triad.cloud;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.testing.EventLog;
import dev.triad.testing.FreePorts;
import dev.triad.testing.KafkaTestResource;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** The packaged service, killed between days: each day is settled once, and from what was used on it. */
@Tag("long")
class CloudServiceIT {
    private static final int DAYS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KafkaTestResource kafka = new KafkaTestResource();
    private final Scenario amazon = new ScenarioLoader(Optional.empty()).load("amazon");
    private String bootstrapServers = "";
    private int port;

    @BeforeEach
    void startKafka() {
        bootstrapServers = Objects.requireNonNull(kafka.start().get("kafka.bootstrap.servers"));
        port = FreePorts.next();
    }

    @AfterEach
    void stopKafka() {
        kafka.stop();
    }

    @Test
    void killedBetweenDaysItSettlesEachDayOnce() throws IOException, InterruptedException {
        try (EventLog log = new EventLog(bootstrapServers)) {
            // Given a service that is killed again and again while usage comes in
            for (int day = 0; day < DAYS; day += 3) {
                Process cloud = start();
                try {
                    await().atMost(PATIENCE).until(this::isReady);
                    for (int d = day; d < day + 3; d++) {
                        use(log, d);
                    }
                    Instant settled = START.plus(Duration.ofDays(day + 1L));
                    await().atMost(PATIENCE).until(() -> !settledUntil().isBefore(settled));
                } finally {
                    cloud.destroyForcibly().waitFor();
                }
            }

            // When it has come to the end
            Process cloud = start();
            try {
                Instant settled = START.plus(Duration.ofDays(DAYS - 1L));
                await().atMost(PATIENCE).until(() -> isReady() && settledUntil().equals(settled));
                await().atMost(PATIENCE).until(() -> costs(log).size() >= (DAYS - 1) * 7);

                // Then each id has one content, and nothing that was used is counted twice or forgotten
                Map<UUID, CloudEvent> said = new HashMap<>();
                log.events(Topics.COSTS, _ -> true)
                        .forEach(event -> assertThat(Objects.requireNonNullElse(said.put(event.id(), event), event))
                                .isEqualTo(event));
                BigDecimal cumulative = new BigDecimal(
                        given().port(port).get("/api/v1/capacity").<String>path("resources[0].cumulative"));
                assertThat(cumulative).isEqualByComparingTo(BigDecimal.valueOf((DAYS - 1) * 22L * 10));
            } finally {
                cloud.destroyForcibly().waitFor();
            }
        }
    }

    /** Everybody uses ten vcpu-hours at noon of a day. */
    private void use(EventLog log, int day) {
        List<String> all = Stream.concat(amazon.internalTenants().stream(), amazon.cloud().tenantNames().stream())
                .toList();
        Instant noon = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
        for (String consumer : all) {
            boolean unit = amazon.internalTenants().contains(consumer);
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
            log.send(new CloudEvent(EventIds.derived(noon, source, consumer), source, consumer, noon, usage));
        }
    }

    private static List<CloudEvent> costs(EventLog log) {
        Map<UUID, CloudEvent> distinct = new HashMap<>();
        log.events(Topics.COSTS, _ -> true).forEach(event -> distinct.put(event.id(), event));
        return new ArrayList<>(distinct.values());
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("TRIAD_SCENARIOS", amazon.group());
        builder.environment().put("TRIAD_SIMULATION_ENABLED", "false");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "cloud-" + port + ".log")));
        return builder.start();
    }

    private boolean isReady() {
        try {
            return given().port(port).get("/q/health/ready").statusCode() == 200;
        } catch (Exception e) {
            // Not listening yet.
            return false;
        }
    }

    private Instant settledUntil() {
        return Instant.parse(given().port(port).get("/api/v1/capacity").path("settledUntil"));
    }
}
