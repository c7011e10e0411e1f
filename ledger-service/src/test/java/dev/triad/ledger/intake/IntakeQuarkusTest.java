package dev.triad.ledger.intake;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.Topics;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** How far the books are, of a real log and a real database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class IntakeQuarkusTest {
    private static final Duration WAIT = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Jdbi jdbi;

    @Test
    void postedGrowsByWhatIsSent() {
        // Given
        long before = postedToTheEnd();
        List<CloudEvent> events = Streams.of("pace", 7, 50);

        // When
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(events);
        }

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(postedToTheEnd() - before).isEqualTo(events.size()));
        assertThat(intake().getList("partitions.topic", String.class))
                .containsAll(Topics.EVENTS)
                .isSorted();
    }

    @Test
    void aBrokerThatDoesNotAnswerLeavesTheEndsUnknown() throws InterruptedException {
        // Given
        postedToTheEnd();
        LogLag alone = new LogLag(
                BrokerAccess.open("127.0.0.1:1"), jdbi, new LagWatch(1, System::nanoTime), new SimpleMeterRegistry());

        // When
        List<PartitionPosition> positions = alone.positions();

        // Then
        alone.close();
        assertThat(positions).isNotEmpty().allMatch(place -> place.end() == null && place.lag() == null);
    }

    private static long postedToTheEnd() {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(intake().getLong("lag")).isZero());
        return intake().getLong("posted");
    }

    private static JsonPath intake() {
        return get("/api/v1/intake").then().statusCode(200).extract().jsonPath();
    }
}
