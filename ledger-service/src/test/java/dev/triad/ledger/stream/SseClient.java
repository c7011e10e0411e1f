package dev.triad.ledger.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that reads when it is told to, and not before, over a connection of its own. */
public final class SseClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the kernel keeps for the client: little, so that one which does not read is soon noticed. */
    private static final int RECEIVE_BYTES = 4_096;

    private final Socket socket = new Socket();
    private final BufferedReader lines;

    /** An event; the comment is an event without a name. */
    public record Sent(@Nullable String id, String event, JsonNode data) {}

    /** Connects; returns once the answer has begun. */
    public SseClient(String path, Map<String, String> headers) {
        try {
            socket.setReceiveBufferSize(RECEIVE_BYTES);
            socket.setSoTimeout(20_000);
            socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
            StringBuilder request =
                    new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n");
            headers.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(
                    new InputStreamReader(new ChunkedInput(socket.getInputStream()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SseClient(String path) {
        this(path, Map.of());
    }

    /** The next event; null at the end of the answer. */
    public @Nullable Sent next() {
        String id = null;
        String event = "";
        String data = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                } else if (line.startsWith("event:")) {
                    event = line.substring("event:".length());
                } else if (line.startsWith("data:")) {
                    data = line.substring("data:".length());
                } else if (line.isEmpty() && !event.isEmpty()) {
                    return new Sent(id, event, JSON.readTree(data));
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + data, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event, of an answer that goes on. */
    public Sent one() {
        return Objects.requireNonNull(next(), "the answer ended");
    }

    /** The next event of that name; those before it are passed over. */
    public Sent next(String event) {
        for (Sent sent = next(); sent != null; sent = next()) {
            if (sent.event().equals(event)) {
                return sent;
            }
        }
        throw new AssertionError("the answer ended without " + event);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
