package dev.triad.simulation.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.EventCodec;
import dev.triad.events.Topics;
import dev.triad.signature.OwnRecords;
import dev.triad.simulation.emission.CheckpointEmission;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the units keep of themselves between runs, as JSON under a key of the compacted topic. */
@Singleton
public class Checkpoints implements CheckpointWriter {
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final ObjectMapper json = EventCodec.mapper();
    private final LogReader reader;
    private final OwnRecords own;
    private final CheckpointEmission emission;

    Checkpoints(LogReader reader, OwnRecords own, CheckpointEmission emission) {
        this.reader = reader;
        this.own = own;
        this.emission = emission;
    }

    /**
     * Reads what earlier runs kept; a later record of a key replaces an earlier one. Where the service signs, what others
     * wrote is passed over: other services' checkpoints, and such as are made to look like its own.
     */
    public void load() {
        reader.read(List.of(Topics.SIMULATION), Long.MAX_VALUE, record -> {
            if (record.key() != null && record.value() != null && own.contain(record)) {
                kept.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
            }
        });
    }

    /**
     * What was kept under a key when the service started.
     *
     * @throws IllegalStateException when it cannot be read as that type
     */
    public <T> Optional<T> restore(String key, Class<T> type) {
        return restore(key, json.constructType(type));
    }

    /** What was kept under a key, of a generic type with one argument. */
    public <T> Optional<T> restore(String key, Class<?> type, Class<?> argument) {
        return restore(key, json.getTypeFactory().constructParametricType(type, argument));
    }

    private <T> Optional<T> restore(String key, JavaType type) {
        byte[] bytes = kept.remove(key);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(bytes, type));
        } catch (IOException e) {
            throw new IllegalStateException("the checkpoint of " + key + " cannot be read", e);
        }
    }

    @Override
    public CompletableFuture<Void> write(String key, Object value) {
        try {
            return emission.write(key, json.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
