package dev.triad.ledger.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.ledger.LedgerClient;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** As many readers as the stream serves, each over a connection of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class StreamReadersQuarkusTest {
    private static final int SALES = 600;

    /** What a connection may hold, on both its ends, as both are in this JVM. */
    private static final long CONNECTION_BYTES_MAX = 256 << 10;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    LiveFeed feed;

    @Test
    void fiveHundredReadersGetEverythingAndOneMoreIsRefused() throws InterruptedException, ExecutionException {
        // Given
        long before = usedBytes();
        List<SseClient> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < StreamLimits.READERS; i++) {
                SseClient reader = new SseClient("/api/v1/stream?group=crowd&type=triad.sale.recorded.v1");
                reader.next("hello");
                readers.add(reader);
            }
            given().get("/api/v1/stream").then().statusCode(503).body("code", equalTo("too-many-readers"));

            // When
            try (LedgerClient client = new LedgerClient(servers)) {
                client.send(Sales.declared("crowd"));
                client.send(Sales.sales("crowd", 0, SALES));
            }
            List<Future<JsonNode>> counts = readers.stream()
                    .map(reader -> threads.submit(() -> readAll(reader)))
                    .toList();

            // Then
            for (Future<JsonNode> one : counts) {
                assertThat(one.get().path("sent").asInt()).isEqualTo(SALES);
                assertThat(one.get().path("skipped").asInt()).isZero();
                assertThat(one.get().path("unseen").asInt()).isZero();
            }
            assertThat(usedBytes() - before)
                    .isLessThan(StreamLimits.WINDOW_BYTES + StreamLimits.READERS * CONNECTION_BYTES_MAX);
        } finally {
            readers.forEach(SseClient::close);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> feed.readers() == 0);
    }

    /** Reads until the counts say that all is there, and holds them against what came. */
    private static JsonNode readAll(SseClient reader) {
        int received = 0;
        for (SseClient.Sent sent = reader.next(); sent != null; sent = reader.next()) {
            if (sent.event().equals("entry")) {
                received++;
            } else if (sent.event().equals("counts")) {
                assertThat(sent.data().path("sent").asInt()).isEqualTo(received);
                assertThat(sent.data().path("matched").asInt())
                        .isEqualTo(received + sent.data().path("skipped").asInt());
                if (sent.data().path("matched").asInt() == SALES) {
                    return sent.data();
                }
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
