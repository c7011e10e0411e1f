package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: everything up by one command, trading, and on the books. */
class WholeStackIT {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // choosePorts() sets it before each test.
    private Ports ports;

    @BeforeEach
    void choosePorts() throws IOException {
        for (Component component : Component.values()) {
            assumeThat(!component.isService() || Files.exists(ServiceStarter.jar(Home.find(), component)))
                    .as(component.label() + "-service is built")
                    .isTrue();
        }
        Map<Component, Integer> free = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            free.put(component, PortCheck.anyFree());
        }
        ports = new Ports(free);
    }

    @AfterEach
    void stop() {
        CommandRun.start(folder, List.of("down", dataOption())).exitCode();
    }

    @Test
    void isUpTradingAndOnTheBooks() {
        // Given
        List<String> arguments = new ArrayList<>(List.of("up", dataOption()));
        for (Component component : Component.values()) {
            arguments.add(component.portOption() + "=" + ports.of(component));
        }

        // When
        CommandRun up = CommandRun.start(folder, arguments);
        await().atMost(LONGEST)
                .until(() ->
                        up.output().contains("Worth a try") || !up.process().isAlive());

        // Then
        assertThat(up.output()).contains(Welcome.curls(ports));
        String ledger = "http://localhost:" + ports.of(Component.LEDGER) + "/api/v1/groups/amazon";
        await().atMost(LONGEST).until(() -> get(ledger + "/subsidies").isPresent());
        JsonNode balance = get(ledger + "/trial-balance").orElseThrow();
        assertThat(balance.path("balanced").asBoolean()).as(balance.toString()).isTrue();
        assertThat(order()).isEqualTo(201);
        CommandRun status = CommandRun.start(folder, List.of("status", dataOption()));
        assertThat(status.exitCode()).as(status.output()).isZero();
    }

    private String dataOption() {
        return "--data-dir=" + folder.resolve("data");
    }

    private int order() {
        String url = "http://localhost:" + ports.of(Component.STORE) + "/api/v1/orders";
        return send(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}"))
                        .build())
                .statusCode();
    }

    /** The answer, when it is one. */
    private static Optional<JsonNode> get(String url) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create(url)).build());
        try {
            return response.statusCode() == 200
                    ? Optional.of(RunFile.JSON.readTree(response.body()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
