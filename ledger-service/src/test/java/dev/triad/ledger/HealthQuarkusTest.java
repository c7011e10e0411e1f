package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A ledger whose broker goes, and then its database too: it says so, and does not ask to be started again. */
@QuarkusTest
@TestProfile(HealthQuarkusTest.OwnStack.class)
@QuarkusTestResource(value = HealthQuarkusTest.Broker.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = HealthQuarkusTest.Database.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HealthQuarkusTest {
    private static final KafkaTestResource KAFKA = new KafkaTestResource();
    private static final PostgresTestResource POSTGRES = new PostgresTestResource();
    private static final Duration WAIT = Duration.ofSeconds(60);

    /** The topics have six partitions, the last of them 5. */
    private static final int ADDED = 7;

    private static final List<CloudEvent> STREAM = Streams.of("grown", 20_261_127, 40);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    /** Nothing else uses what is stopped here. */
    public static class OwnStack implements QuarkusTestProfile {
        /** Whether a topic has more partitions is looked at every second, and not every five minutes. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.connector.smallrye-kafka.metadata.max.age.ms", "1000");
        }
    }

    /** A broker that the test stops. */
    public static class Broker implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return KAFKA.start();
        }

        @Override
        public void stop() {}
    }

    /** A database that the test stops. */
    public static class Database implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return POSTGRES.start();
        }

        @Override
        public void stop() {}
    }

    @Test
    @Order(1)
    void isReadyWithBoth() {
        await().atMost(WAIT).untilAsserted(() -> assertThat(ready("status")).isEqualTo("UP"));
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(ready("checks.find { it.name == 'lag' }.data.records"))
                        .isEqualTo("0"));
    }

    @Test
    @Order(2)
    void aPartitionThatIsAddedIsReadFromItsBeginning() throws ExecutionException, InterruptedException {
        // Given
        CloudEvent sale = STREAM.stream()
                .filter(event -> event.type() == EventType.SALE_RECORDED)
                .findFirst()
                .orElseThrow();
        ProducerRecord<byte[], byte[]> record = new KafkaBinding(new EventCodec()).toRecord(sale);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createPartitions(Map.of(Topics.SALES, NewPartitions.increaseTo(ADDED + 1)))
                    .all()
                    .get();
        }

        // When
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(STREAM.stream().filter(event -> event != sale).toList());
            client.sendRecords(
                    List.of(new ProducerRecord<>(Topics.SALES, ADDED, record.key(), record.value(), record.headers())));
        }

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/events/grown/" + sale.source().unit() + "/" + sale.id())
                        .then()
                        .statusCode(200)
                        .body("entries[0].id", startsWith("sales-" + ADDED + "-")));
    }

    @Test
    @Order(3)
    void isNotReadyWithoutTheBrokerAndAlive() {
        KAFKA.stop();

        await().atMost(WAIT).untilAsserted(() -> {
            assertThat(live()).isEqualTo("UP");
            assertThat(ready("checks.find { it.name == 'lag' }.status")).isEqualTo("DOWN");
        });
        assertThat(ready("status")).isEqualTo("DOWN");
        assertThat(ready("checks.find { it.name == 'lag' }.data.reason")).contains("the broker or the database");
    }

    @Test
    @Order(4)
    void isNotReadyWithoutTheDatabaseAndAlive() {
        POSTGRES.stop();

        await().atMost(WAIT).untilAsserted(() -> {
            assertThat(live()).isEqualTo("UP");
            assertThat(ready("checks.find { it.name == 'Database connections health check' }.status"))
                    .isEqualTo("DOWN");
        });
        assertThat(ready("status")).isEqualTo("DOWN");
    }

    private static String live() {
        return get("/q/health/live").jsonPath().getString("status");
    }

    private static String ready(String path) {
        return String.valueOf(JsonPath.from(get("/q/health/ready").asString()).<Object>get(path));
    }
}
