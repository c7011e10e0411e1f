package dev.triad.cli.prepare;

import dev.triad.cli.ExitCode;
import dev.triad.cli.Home;
import dev.triad.cli.bench.Training;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;

/**
 * Starts the whole stack once on ports and data of its own, and lets the ledger post for a while, so that every
 * Java writes down what it loads and links, and the ledger's also what it compiles; each later start is quicker by
 * that. The build calls it.
 */
@Command(name = "prepare", hidden = true, description = "Makes later starts quick; the build calls it.")
public final class PrepareCommand implements Callable<Integer> {
    /** Enough for every class to be used, and not so much that the processors are busy with it. */
    private static final Map<String, String> SHORT_HISTORY = Map.of("TRIAD_SIMULATION_HISTORY_DAYS", "1");

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path folder = Home.find().resolve("cli/target/prepare");
        FileUtils.deleteDirectory(folder.toFile());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (PrivateStack stack = PrivateStack.recordingCaches(folder, SHORT_HISTORY, nowhere)) {
            for (Component component : Component.values()) {
                stack.start(component);
            }
            Training.of(stack);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
        return ExitCode.OK;
    }
}
