package dev.triad.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventType;
import dev.triad.ledger.posting.Streams;
import dev.triad.request.AskHealth;
import dev.triad.rights.LogUser;
import dev.triad.testing.PostgresTestResource;
import dev.triad.testing.SecuredKafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger as deploy/secure.yml has it: it signs in to a log that asks who it is, and is asked by TLS alone. */
@QuarkusTest
@QuarkusTestResource(
        value = SecuredKafkaTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "ledger-service"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
class SecuredQuarkusTest {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final List<CloudEvent> STREAM = Streams.of(20_261_128, 60);
    private static final CloudEvent SALE = STREAM.stream()
            .filter(event -> event.type() == EventType.SALE_RECORDED)
            .findFirst()
            .orElseThrow();

    /** An alert of TLS that ends the connection, since the version is none that is spoken here: RFC 8446, 6.2. */
    private static final byte[] FATAL_PROTOCOL_VERSION = {2, 70};

    @ConfigProperty(name = SecuredKafkaTestResource.HTTPS_PORT)
    int port;

    @SuppressWarnings("NullAway.Init") // JUnit has it set before each test.
    private HttpClient http;

    @BeforeEach
    void post() throws Exception {
        http = HttpClient.newBuilder().sslContext(trust()).build();
        try (LedgerClient units =
                new LedgerClient(SecuredKafkaTestResource.broker().accessOf(LogUser.IMPORT))) {
            units.send(STREAM);
        }
    }

    @Test
    void whatItsUserWritesIsPostedAndReadBackFromTheLog() {
        await().atMost(WAIT).untilAsserted(() -> {
            HttpResponse<String> found = get(
                    "/api/v1/events/%s/%s".formatted(SALE.source().toString().substring(1), SALE.id()));
            assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
            assertThat(found.body()).contains(SALE.subject(), "\"entries\"");
        });
    }

    @Test
    void aRateThatSomebodyAsksForIsWrittenToTheLogAndPosted() {
        String rate = """
                {"group": "amazon", "provider": "cloud", "resource": "compute", "unitOfMeasure": "vcpu-hour",
                 "list": "0.3", "marginalCost": "0.01", "fullCost": "0.1",
                 "effectiveFrom": "2026-01-01T00:00:00Z", "dryRun": false}""";
        HttpRequest asked = HttpRequest.newBuilder(at("/api/v1/repricings"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a rate of a secured ledger")
                .POST(BodyPublishers.ofString(rate))
                .build();

        await().atMost(WAIT).untilAsserted(() -> {
            HttpResponse<String> accepted = http.send(asked, BodyHandlers.ofString());
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            String repricing = accepted.headers().firstValue("Location").orElseThrow();
            assertThat(get(URI.create(repricing).getPath()).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void itIsReadyAndKnowsHowLongTheLogIs() {
        await().atMost(WAIT).untilAsserted(() -> {
            assertThat(AskHealth.isReady(at("/q/health/ready"), authority())).isTrue();
            assertThat(get("/api/v1/intake").body()).contains("\"lag\"");
        });
    }

    @Test
    void plainHttpIsNotSpoken() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health"))
                                        .timeout(Duration.ofSeconds(5))
                                        .build(),
                                BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAuthorityThatIsNotTheStacksIsNotTrustedByWhoAsks() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(at("/q/health")).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theVersionsOfTlsThatHoldAreSpoken(String version) throws Exception {
        try (SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void olderVersionsOfTlsAreRefused(int minor) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(hello(minor));

            byte[] answer = socket.getInputStream().readNBytes(7);

            assertThat(answer).hasSize(7).startsWith(21).endsWith(FATAL_PROTOCOL_VERSION);
        }
    }

    @Test
    @Tag("long")
    void aNewCertificateIsShownWithoutAStart() throws Exception {
        // Given
        X509Certificate before = shown();

        // When
        SecuredKafkaTestResource.broker().renewCertificate("ledger-service");

        // Then: who connects while Vert.x reads it may be hung up on, and comes again
        await().atMost(WAIT)
                .ignoreException(SSLPeerUnverifiedException.class)
                .untilAsserted(() -> assertThat(shown().getSerialNumber()).isNotEqualTo(before.getSerialNumber()));
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** The first words of a client of TLS 1.0 or 1.1, which offers one cipher and no extension. */
    private static byte[] hello(int minor) {
        ByteBuffer hello = ByteBuffer.allocate(50);
        hello.put((byte) 22).put((byte) 3).put((byte) 1).putShort((short) 45);
        hello.put((byte) 1).put((byte) 0).putShort((short) 41);
        hello.put((byte) 3).put((byte) minor).put(new byte[32]).put((byte) 0);
        hello.putShort((short) 2).putShort((short) 0xc009);
        hello.put((byte) 1).put((byte) 0);
        return hello.array();
    }

    private X509Certificate shown() throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket("localhost", port)) {
            Certificate[] shown = socket.getSession().getPeerCertificates();
            return (X509Certificate) shown[0];
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    private static SSLContext trust() throws IOException, GeneralSecurityException {
        return AskHealth.trusting(authority());
    }

    private static String authority() {
        return SecuredKafkaTestResource.broker()
                .secretsOf("ledger-service")
                .resolve("authority.pem")
                .toString();
    }
}
