package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.triad.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is asked of a ledger for a book: here one that makes any book at once. */
class BooksCreateCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LIVE = "{\"book\": \"b\", \"group\": \"amazon\", \"state\": \"live\"}";

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final StringWriter err = new StringWriter();

    @SuppressWarnings("NullAway.Init") // start() sets it before each test.
    private HttpServer ledger;

    @BeforeEach
    void start() throws IOException {
        ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ledger.createContext("/api/v1/books", this::answer);
        ledger.start();
    }

    @AfterEach
    void stop() {
        ledger.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            byte[] body = LIVE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void factorsAreAskedForAndSaidInTheTitle() throws IOException {
        // When
        int exitCode = create("--device-price", "1.2", "--take-rate", "0.9", "--outside-demand", "0");

        // Then
        JsonNode request = MAPPER.readTree(asked.get());
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(request.path("policy")).isEqualTo(MAPPER.readTree("""
                        {"devicePrice": {"factor": "1.2"}, "takeRate": {"factor": "0.9"},
                         "outsideDemand": {"factor": "0"}}"""));
        assertThat(request.path("title").asText()).isEqualTo("device price × 1.2, take rate × 0.9, outside demand × 0");
    }

    @Test
    void onlyWhatIsSaidIsAskedFor() throws IOException {
        // When
        int exitCode = create("--transfer-price", "cost-plus:0.10", "--without-unit", "device", "--title", "Dearer");

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(MAPPER.readTree(asked.get())).isEqualTo(MAPPER.readTree("""
                        {"book": "b", "group": "amazon", "title": "Dearer",
                         "policy": {"transferPrice": {"method": "cost-plus", "markup": "0.10"},
                                    "withoutUnits": ["device"]}}"""));
    }

    @Test
    void aBookByNoOtherRulesIsNotAskedFor() {
        // When
        int exitCode = create();

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("By which rules?");
        assertThat(asked.get()).isEmpty();
    }

    private int create(String... rules) {
        List<String> arguments = new ArrayList<>(List.of(
                "b",
                "--group",
                "amazon",
                "--ledger",
                "http://localhost:" + ledger.getAddress().getPort()));
        arguments.addAll(List.of(rules));
        return new CommandLine(new BooksCreateCommand())
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }
}
