package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * A stack that a command starts and stops piece by piece for its own purposes, on free ports and in a folder of its
 * own. Nothing is started again when it dies. Whatever happens to the command, its processes end with it, or at the
 * latest when the next one takes up the same folder.
 */
public final class PrivateStack implements AutoCloseable {
    private static final Duration STOP_LONGEST = Duration.ofSeconds(30);

    /** A Java that writes its cache as it ends needs time to do so. */
    private static final Duration STOP_LONGEST_RECORDING = Duration.ofSeconds(120);

    private final DataDirectory data;
    private final RunLock lock;
    private final Ports ports;
    private final Map<Component, Starter> starters;
    private final Map<Component, Running> running = new EnumMap<>(Component.class);
    private final RunRecord record;
    private final Thread stopAtExit = new Thread(this::stopAll, "stop");

    private final Duration stopLongest;

    private PrivateStack(
            DataDirectory data,
            RunLock lock,
            Set<Component> components,
            Map<String, String> settings,
            boolean recordingCaches) {
        this.data = data;
        this.lock = lock;
        this.ports = Ports.free();
        this.starters = Starters.of(components, data, ports, recordingCaches, _ -> settings);
        this.stopLongest = recordingCaches ? STOP_LONGEST_RECORDING : STOP_LONGEST;
        this.record = RunRecord.begin(new RunFile(data.runFile()), components, ports);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /**
     * Takes up a folder, and ends what an earlier command may have left running on it. Starts nothing yet.
     *
     * @param bytesLeast how much room there must be on the folder's disk
     * @param settings environment variables for the services
     * @throws CommandException when the folder is in use or its disk is too full
     */
    public static PrivateStack in(
            Path folder, Set<Component> components, Map<String, String> settings, long bytesLeast, PrintStream out)
            throws InterruptedException {
        return in(folder, components, settings, bytesLeast, out, false);
    }

    /**
     * All components, each of which writes anew, as it ends, the cache that makes its later starts quick.
     *
     * @throws CommandException when the folder is in use or its disk is too full
     */
    public static PrivateStack recordingCaches(Path folder, Map<String, String> settings, PrintStream out)
            throws InterruptedException, IOException {
        FileUtils.deleteDirectory(Starters.caches().toFile());
        Files.createDirectories(Starters.caches());
        return in(folder, EnumSet.allOf(Component.class), settings, 0, out, true);
    }

    private static PrivateStack in(
            Path folder,
            Set<Component> components,
            Map<String, String> settings,
            long bytesLeast,
            PrintStream out,
            boolean recordingCaches)
            throws InterruptedException {
        Platform.check();
        DataDirectory data = new DataDirectory(folder);
        data.create();
        RunLock lock = RunLock.take(data)
                .orElseThrow(() -> new CommandException(
                        "Another stack runs on %s: choose another folder with --data-dir.".formatted(data.root()),
                        ExitCode.RUNNING));
        Leftovers.stop(data, out);
        DiskSpace.check(data.root(), bytesLeast);
        return new PrivateStack(data, lock, components, settings, recordingCaches);
    }

    /** Starts a component and returns, when it is ready, how long that took. */
    public Duration start(Component component) throws IOException, InterruptedException {
        LogFile.beginNew(data.log(component));
        long begin = System.nanoTime();
        Starter starter = starters.get(component);
        if (starter == null) {
            throw new IllegalArgumentException("this stack has no " + component.label());
        }
        starter.start(process -> launched(component, process));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Stops a component in an orderly way; one that does not run stays as it is. */
    public void stop(Component component) throws InterruptedException {
        Optional<Running> process = taken(component);
        if (process.isPresent()) {
            process.get().stop(stopLongest);
        }
    }

    /** Deletes what a stopped component has kept; its next start is its first. */
    public void discard(Component component) throws IOException {
        switch (component) {
            case KAFKA -> FileUtils.deleteDirectory(data.kafka().toFile());
            case POSTGRES -> {
                FileUtils.deleteDirectory(data.postgres().toFile());
                Files.deleteIfExists(data.postgresMark());
            }
            case STORE, CLOUD, DEVICE, LEDGER -> {}
        }
    }

    /** The process of a component that runs. */
    public synchronized ProcessHandle process(Component component) {
        return Optional.ofNullable(running.get(component))
                .flatMap(process -> process.id().find())
                .orElseThrow(() -> new CommandException(
                        "%s has ended by itself; see %s".formatted(component.label(), data.log(component))));
    }

    public int port(Component component) {
        return ports.of(component);
    }

    public Path folder() {
        return data.root();
    }

    /** Where a component writes what it has to say. */
    public Path log(Component component) {
        return data.log(component);
    }

    /** The memory that a component that runs holds, with all its processes, in bytes; 0 where the system does not tell. */
    public long memoryBytes(Component component) {
        return Memory.bytes(process(component));
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            // The hook runs already, and does the same.
        }
        record.end();
        lock.close();
    }

    private synchronized void launched(Component component, Running process) {
        running.put(component, process);
        record.launched(component, process.id(), 0);
    }

    private synchronized Optional<Running> taken(Component component) {
        return Optional.ofNullable(running.remove(component));
    }

    private void stopAll() {
        List<Component> last = new ArrayList<>(List.of(Component.values())).reversed();
        try {
            for (Component component : last) {
                stop(component);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
