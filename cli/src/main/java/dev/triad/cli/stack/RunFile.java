package dev.triad.cli.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the {@link RunState} in a file; a reader sees the old state or the new one, never half of it. */
public record RunFile(Path path) {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The stack that runs at the moment, if one does. */
    public Optional<RunState> readRunning() {
        return read().filter(state -> state.supervisor().isAlive());
    }

    /** What the last run left. Empty when there is none, or none that can be read: then nothing is known of an earlier run. */
    public Optional<RunState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(path), RunState.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(RunState state) {
        try {
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
