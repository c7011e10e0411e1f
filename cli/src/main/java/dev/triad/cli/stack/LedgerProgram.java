package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program of the packaged ledger: with its class path and its engine, and without the ledger. It shares this
 * process's terminal.
 */
public final class LedgerProgram {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final List<String> FLAGS = List.of(
            "-XX:+UseParallelGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private LedgerProgram() {}

    /**
     * Runs it to its end.
     *
     * @param memoryMebibytes of heap, at most
     * @return its exit code
     */
    public static int run(String mainClass, List<String> arguments, int memoryMebibytes)
            throws IOException, InterruptedException {
        return program(mainClass, arguments, memoryMebibytes)
                .inheritIO()
                .start()
                .waitFor();
    }

    /**
     * Runs it to its end, and has all that it says in a file.
     *
     * @return its exit code
     */
    public static int run(String mainClass, List<String> arguments, int memoryMebibytes, Path log)
            throws IOException, InterruptedException {
        return program(mainClass, arguments, memoryMebibytes)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static ProcessBuilder program(String mainClass, List<String> arguments, int memoryMebibytes) {
        Path jar = ServiceStarter.jar(Home.find(), Component.LEDGER);
        if (!Files.exists(jar)) {
            throw new CommandException("The ledger is not built (" + jar + " is missing): ./triad builds it.");
        }
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + memoryMebibytes + "m");
        command.addAll(List.of("-cp", jar.toString(), mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
