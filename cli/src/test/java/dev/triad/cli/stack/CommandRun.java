package dev.triad.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged command line, called as a shell calls it, in a process of its own. */
public final class CommandRun {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target", "triad.jar").toAbsolutePath();

    private final Process process;
    private final Path output;

    private CommandRun(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** The packaged command line as a shell calls it. */
    public static String shell() {
        return "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '%s'".formatted(JAVA, JAR);
    }

    public static CommandRun start(Path folder, List<String> arguments) {
        return start(folder, arguments, Map.of());
    }

    /** One with environment variables of its own. */
    static CommandRun start(Path folder, List<String> arguments, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile(folder, "command", ".out");
            List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1"));
            command.addAll(List.of("-jar", JAR.toString()));
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new CommandRun(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end; the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + LONGEST + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }
}
