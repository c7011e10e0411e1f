package dev.triad.cli.stack;

import dev.triad.cli.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command about a stack shares: which stack. */
public final class DataOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the stack keeps its data (default: .triad in the project's folder).")
    private @Nullable Path folder;

    public DataDirectory directory() {
        return new DataDirectory(folder == null ? Home.find().resolve(".triad") : folder);
    }
}
