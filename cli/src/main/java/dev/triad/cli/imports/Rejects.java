package dev.triad.cli.imports;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.input.Rejected;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that were rejected: the first few are kept to be shown, all are counted, and written where asked. */
final class Rejects implements AutoCloseable {
    static final int SHOWN_MAX = 20;

    private final String file;
    private final @Nullable Path path;
    private final List<String> shown = new ArrayList<>();
    private final @Nullable BufferedWriter writer;
    private long count;

    /**
     * Begins to take note.
     *
     * @param file the imported file's name, which stands before every line number
     * @param path where all are written; null to write none
     */
    Rejects(String file, @Nullable Path path) {
        this.file = file;
        this.path = path;
        try {
            this.writer = path == null ? null : Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(Rejected rejected) {
        count++;
        String message = "%s:%d: %s".formatted(file, rejected.line(), rejected.reason());
        if (shown.size() < SHOWN_MAX) {
            shown.add(message);
        }
        if (writer != null) {
            try {
                writer.write(message);
                writer.newLine();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    long count() {
        return count;
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private CommandException unwritable(IOException e) {
        return new CommandException("the rejected lines cannot be written to %s: %s".formatted(path, e.getMessage()));
    }
}
