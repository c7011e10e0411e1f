package dev.triad.cli.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the database of advisories, and read of its answer; the answers are as its documentation has them. */
class AdvisoriesTest {
    private static final List<Part> PARTS = List.of(
            new Part("pkg:maven/org.example/good@1.0", List.of()),
            new Part("pkg:maven/org.example/bad@1.0", List.of()));

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> answer = new AtomicReference<>("");

    @SuppressWarnings("NullAway.Init") // start() sets it before each test.
    private HttpServer database;

    @BeforeEach
    void start() throws IOException {
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/v1/querybatch", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = requireNonNull(answer.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop(0);
    }

    @Test
    void whatIsKnownAgainstAPartIsSaidOfThatPart() throws IOException, InterruptedException {
        answer.set("{\"results\":[{},{\"vulns\":[{\"id\":\"GHSA-1\",\"modified\":\"2026-01-01T00:00:00Z\"},"
                + "{\"id\":\"GHSA-2\",\"modified\":\"2026-01-01T00:00:00Z\"}]}]}");

        Map<String, List<String>> known = advisories().against(PARTS);

        assertThat(known).isEqualTo(Map.of("pkg:maven/org.example/bad@1.0", List.of("GHSA-1", "GHSA-2")));
        assertThat(asked.get())
                .isEqualTo("{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/org.example/good@1.0\"}},"
                        + "{\"package\":{\"purl\":\"pkg:maven/org.example/bad@1.0\"}}]}");
    }

    @Test
    void anAnswerAboutOtherPartsIsNone() {
        answer.set("{\"results\":[{}]}");

        assertThatThrownBy(() -> advisories().against(PARTS)).isInstanceOf(IOException.class);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoGoodNews() {
        Advisories advisories = advisories();
        database.stop(0);

        assertThatThrownBy(() -> advisories.against(PARTS)).isInstanceOf(IOException.class);
    }

    private Advisories advisories() {
        return new Advisories(
                URI.create("http://localhost:" + database.getAddress().getPort()));
    }
}
