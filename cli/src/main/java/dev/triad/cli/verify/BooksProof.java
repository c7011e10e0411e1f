package dev.triad.cli.verify;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.signing.LocalKeys;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.ComponentRun;
import dev.triad.cli.stack.DataDirectory;
import dev.triad.cli.stack.LedgerProgram;
import dev.triad.cli.stack.RunFile;
import dev.triad.cli.stack.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves the books of the running stack, or of the broker and database that are named. The engine that posts the log
 * again is the packaged ledger's own.
 *
 * @param config files with the producers; where there are none, and it is the running stack's log, they are its own
 * @param differences how many of them to name
 */
record BooksProof(
        @Nullable String bootstrapServers,
        @Nullable Path brokerSettings,
        List<Path> config,
        @Nullable String database,
        @Nullable String user,
        @Nullable Path heads,
        @Nullable Path json,
        int differences) {
    private static final String PROGRAM = "dev.triad.ledger.audit.Verify";
    private static final int MEMORY_MEBIBYTES = 1_024;

    /** Runs the proof; the exit code. */
    int run(DataDirectory stack) throws IOException, InterruptedException {
        Optional<RunState> running = new RunFile(stack.runFile()).readRunning();
        List<String> arguments = new ArrayList<>();
        arguments.add("--bootstrap-servers="
                + (bootstrapServers == null ? "127.0.0.1:" + port(running, Component.KAFKA) : bootstrapServers));
        arguments.add("--database="
                + (database == null
                        ? "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port(running, Component.POSTGRES))
                        : database));
        arguments.add("--differences=" + differences);
        add(arguments, "broker-settings", brokerSettings);
        List<Path> producers = config.isEmpty() && bootstrapServers == null ? ofStack(stack) : config;
        add(arguments, "config", producers.isEmpty() ? null : LocalKeys.locations(producers));
        add(arguments, "user", user);
        add(arguments, "heads", heads);
        add(arguments, "json", json);
        return LedgerProgram.run(PROGRAM, arguments, MEMORY_MEBIBYTES);
    }

    private static List<Path> ofStack(DataDirectory stack) {
        LocalKeys keys = LocalKeys.in(stack.signing());
        return keys.areInUse() ? keys.proof() : List.of();
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + name + "=" + value);
        }
    }

    private static int port(Optional<RunState> running, Component component) {
        return running.flatMap(state -> state.find(component))
                .map(ComponentRun::port)
                .orElseThrow(() -> new CommandException(
                        "Triad is not running, so there is no %s to read: start it with ./triad up, or name one with %s."
                                .formatted(
                                        component.label(),
                                        component == Component.KAFKA ? "--bootstrap-servers" : "--database"),
                        ExitCode.NOT_RUNNING));
    }
}
