package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A service holds back who asks too much, and hangs up on who keeps it waiting; others do not notice. */
public abstract class LimitsContract {
    public static final String CONNECTIONS_SETTING = "quarkus.http.limits.max-connections";

    private static final int BURST = 20;
    private static final Duration BODY_TIME = Duration.ofSeconds(2);
    protected static final Duration IDLE_TIME = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 100;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;

    /** What the limits are, for the profile of a test. */
    public static final Map<String, String> SETTINGS = Map.of(
            "triad.limits.requests-per-second",
            "2",
            "triad.limits.burst",
            String.valueOf(BURST),
            "triad.limits.body-time",
            BODY_TIME.toMillis() + "ms",
            "quarkus.http.idle-timeout",
            IDLE_TIME.toSeconds() + "s",
            CONNECTIONS_SETTING,
            String.valueOf(CONNECTIONS));

    private final HttpClient client = HttpClient.newHttpClient();

    /** The same, and the settings of another profile. */
    protected static Map<String, String> settingsBeside(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.putAll(SETTINGS);
        return settings;
    }

    /** Where the service is. */
    protected URI service() {
        return ConfigProvider.getConfig().getValue("test.url", URI.class);
    }

    /** What may be asked for at any time, by GET. */
    protected abstract String question();

    /** What takes a body, by POST. */
    protected abstract String command();

    @Test
    void whoAsksTooMuchIsToldWhenToComeAgain() {
        // Given
        await().atMost(WAIT).until(() -> get(question()).statusCode() == 200);

        // When
        List<HttpResponse<String>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        do {
            answers.add(get(question()));
        } while (answers.getLast().statusCode() != TOO_MANY && answers.size() < 100 * BURST);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;

        // Then
        HttpResponse<String> refused = answers.getLast();
        assertThat(answers.size()).isLessThanOrEqualTo((int) (BURST + 2 * seconds + 1));
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        assertThat(header(answers.getFirst(), "RateLimit-Policy")).isEqualTo("\"requests\";q=20;w=10");
        assertThat(header(answers.getFirst(), "RateLimit")).matches("\"requests\";r=\\d+;t=\\d+");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "RateLimit")).startsWith("\"requests\";r=0;");
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(refused.body()).path("code").asText()).isEqualTo("too-many-requests");
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/q/metrics").statusCode()).isEqualTo(200);
        await().atMost(WAIT).until(() -> get(question()).statusCode() == 200);
    }

    @Test
    void whoSendsABodyByteByByteIsHungUpOnWhileOthersAreServed() throws IOException {
        // Given
        try (Socket slow = connect()) {
            send(
                    slow,
                    "POST " + command() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");

            // When, then
            await().pollInterval(Duration.ofMillis(200))
                    .between(BODY_TIME.dividedBy(2), WAIT)
                    .until(() -> isHungUp(slow));
            assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoFallsSilentInTheMiddleOfARequestIsHungUpOn() throws IOException {
        try (Socket silent = connect()) {
            silent.setSoTimeout((int) IDLE_TIME.plus(WAIT).toMillis());
            send(silent, "GET " + question() + " HTTP/1.1\r\nHost: local");

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        try (Socket endless = connect()) {
            endless.setSoTimeout((int) WAIT.toMillis());
            send(
                    endless,
                    "GET " + question() + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n");

            assertThat(new String(endless.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 431");
        }
    }

    @Test
    void moreConnectionsThanThereMayBeAreHungUpOnWhileOthersAreServed() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            // Given
            assertThat(get("/q/health/live").statusCode()).isEqualTo(200);

            // When
            for (int i = 0; i < 2 * CONNECTIONS; i++) {
                sockets.add(connect());
            }

            // Then
            await().atMost(WAIT)
                    .until(() ->
                            sockets.stream().filter(LimitsContract::isClosed).count() > CONNECTIONS);
            assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().atMost(WAIT).untilAsserted(() -> {
            try (Socket next = connect()) {
                next.setSoTimeout((int) WAIT.toMillis());
                send(next, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(new String(next.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
        });
    }

    /** Whether the other side has hung up, of a connection on which nothing was said. */
    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() == -1;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** One byte more is written, until that cannot be. */
    private static boolean isHungUp(Socket socket) {
        try {
            send(socket, " ");
            return isClosed(socket);
        } catch (IOException e) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        return new Socket(service().getHost(), service().getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(service().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
