package dev.triad.ledger.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.stream.Sales;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many journals are taken out at once as there are places; each is kept for as long as its reader takes. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ExportRoomQuarkusTest {
    private static final String GROUP = "taken-out";
    private static final String EXPORT = "/api/v1/groups/" + GROUP + "/export?format=csv";

    /** More than fits into the buffers between the ledger and a reader who does not read. */
    private static final int SALES = 20_000;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int RECEIVE_BYTES = 4_096;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void post() {
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(Sales.declared(GROUP));
            client.send(Sales.sales(GROUP, 0, SALES));
        }
        await().atMost(LONGEST)
                .untilAsserted(() -> given().get("/api/v1/groups/" + GROUP + "/accounts/store:assets:cash")
                        .then()
                        .statusCode(200)
                        .body("postings", equalTo(SALES)));
    }

    @Test
    void oneMoreThanThereArePlacesForIsRefusedUntilOneIsOver() throws IOException {
        // Given
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < ExportResource.AT_ONCE_MAX; i++) {
                Socket reader = reader();
                readers.add(reader);
                assertThat(new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }

            // When, then
            given().get(EXPORT)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("too-many-exports"));

            // When
            readers.removeFirst().close();

            // Then
            await().atMost(LONGEST)
                    .untilAsserted(
                            () -> assertThat(given().get(EXPORT).statusCode()).isEqualTo(200));
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void whoAsksForTheHeadersAloneKeepsNoPlace() {
        for (int i = 0; i <= ExportResource.AT_ONCE_MAX; i++) {
            await().atMost(LONGEST)
                    .untilAsserted(
                            () -> assertThat(given().head(EXPORT).statusCode()).isEqualTo(200));
        }
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(given().get(EXPORT).statusCode()).isEqualTo(200));
    }

    private static Socket reader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.setSoTimeout((int) LONGEST.toMillis());
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET " + EXPORT + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
