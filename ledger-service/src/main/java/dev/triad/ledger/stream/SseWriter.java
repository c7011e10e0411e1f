package dev.triad.ledger.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes server-sent events. The thread that writes waits while the client does not read; when the client has gone,
 * writing fails.
 */
public final class SseWriter {
    private final ObjectMapper mapper;
    private final OutputStream out;

    public SseWriter(ObjectMapper mapper, OutputStream out) {
        this.mapper = mapper;
        this.out = out;
    }

    /** What an event is on the wire. */
    public static byte[] frame(ObjectMapper mapper, @Nullable String id, String event, Object data) {
        try {
            return ((id == null ? "" : "id:" + id + '\n') + "event:" + event + "\ndata:"
                            + mapper.writeValueAsString(data) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the ledger says always encodes", e);
        }
    }

    public void event(@Nullable String id, String event, Object data) throws IOException {
        write(frame(mapper, id, event, data));
    }

    public void comment(String text) throws IOException {
        write((':' + text + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** How long a client waits before it connects again, when the connection breaks. */
    void retry(long millis) throws IOException {
        write(("retry:" + millis + '\n').getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] frame) throws IOException {
        out.write(frame);
    }

    public void flush() throws IOException {
        out.flush();
    }
}
