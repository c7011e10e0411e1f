package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds everything that a stack keeps: broker, database, logs and who is running. */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path kafkaSettings() {
        return root.resolve("kafka.properties");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Exists once the database has started for the first time: without it {@link #postgres} is half made. */
    Path postgresMark() {
        return root.resolve("postgres.made");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path log(Component component) {
        return logs().resolve(component.label() + ".log");
    }

    /** The key of the tokens that the stack trusts, once it has one. */
    public Path access() {
        return root.resolve("access");
    }

    /** The keys of who writes events, once they are signed. */
    public Path signing() {
        return root.resolve("signing");
    }

    public Path runFile() {
        return root.resolve("run.json");
    }

    Path lockFile() {
        return root.resolve("up.lock");
    }

    /** Everything that exists of what a stack keeps here. Files that are not Triad's are not among them. */
    List<Path> kept() {
        return Stream.of(
                        kafka(),
                        kafkaSettings(),
                        postgres(),
                        postgresMark(),
                        logs(),
                        access(),
                        signing(),
                        runFile(),
                        lockFile())
                .filter(Files::exists)
                .toList();
    }

    void create() {
        try {
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new CommandException("Triad cannot write to %s (%s): choose another folder with --data-dir."
                    .formatted(root, e.getMessage()));
        }
    }
}
