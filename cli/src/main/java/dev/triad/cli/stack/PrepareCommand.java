package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;

/**
 * Starts the whole stack once on ports and data of its own, so that every Java writes down what it loads
 * and links; each later start is quicker by that. The build calls it.
 */
@Command(name = "prepare", hidden = true, description = "Makes later starts quick; the build calls it.")
public final class PrepareCommand implements Callable<Integer> {
    /** A Java that writes its cache as it ends needs time to do so. */
    private static final Duration STOP_LONGEST = Duration.ofSeconds(120);

    /** Enough for every class to be used, and not so much that the processors are busy with it. */
    private static final Map<String, String> SHORT_HISTORY = Map.of("TRIAD_SIMULATION_HISTORY_DAYS", "1");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Platform.check();
        Path folder = Home.find().resolve("cli/target/prepare");
        FileUtils.deleteDirectory(folder.toFile());
        FileUtils.deleteDirectory(Starters.caches().toFile());
        Files.createDirectories(Starters.caches());
        DataDirectory data = new DataDirectory(folder);
        data.create();
        try {
            startAndStop(data);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
        return ExitCode.OK;
    }

    private static void startAndStop(DataDirectory data) throws IOException, InterruptedException {
        EnumSet<Component> all = EnumSet.allOf(Component.class);
        Ports ports = freePorts();
        Supervisor supervisor = new Supervisor(
                Starters.of(all, data, ports, true, SHORT_HISTORY),
                data,
                RunRecord.begin(new RunFile(data.runFile()), all, ports),
                new PlainProgress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)),
                STOP_LONGEST);
        StopAtExit stopAtExit = StopAtExit.register(supervisor);
        try {
            supervisor.start();
        } catch (CommandException e) {
            stopAtExit.stopNow();
            throw e;
        }
        stopAtExit.stopNow();
    }

    private static Ports freePorts() throws IOException {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            ports.put(component, PortCheck.anyFree());
        }
        return new Ports(ports);
    }
}
