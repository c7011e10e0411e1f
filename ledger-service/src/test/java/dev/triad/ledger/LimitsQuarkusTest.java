package dev.triad.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.LimitsContract;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ledger holds back who asks too much, and lets who only listens listen on. */
@QuarkusTest
@TestProfile(LimitsQuarkusTest.Limited.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LimitsQuarkusTest extends LimitsContract {
    /** Little of everything. */
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return SETTINGS;
        }
    }

    @Override
    protected URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @Override
    protected String question() {
        return "/api/v1/groups";
    }

    @Override
    protected String command() {
        return "/api/v1/books";
    }

    @Test
    @Tag("long")
    @Timeout(120)
    void aStreamOnWhichNothingHappensOutlivesTheTimeAfterWhichAConnectionIsIdle()
            throws IOException, InterruptedException {
        // Given
        HttpRequest request = HttpRequest.newBuilder(service().resolve("/api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        long begun = System.nanoTime();

        // When
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            long heartbeats = lines.filter(line -> line.startsWith(":") && line.contains("heartbeat"))
                    .limit(2)
                    .count();

            // Then
            assertThat(heartbeats).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(IDLE_TIME);
            client.shutdownNow();
        }
    }
}
