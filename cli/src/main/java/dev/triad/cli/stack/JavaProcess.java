package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java program in a process of its own, writing to a log of its own. */
record JavaProcess(Process process, ProcessId id) implements Running {
    /**
     * A terminal sends Ctrl-C and its own closing to every process at once. The components leave both to
     * the supervisor, which stops them in order; the ignored signals are inherited through exec.
     */
    private static final List<String> IGNORING_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Launches the same Java as this one with these arguments. */
    static JavaProcess launch(List<String> arguments, Map<String, String> environment, Path log) throws IOException {
        List<String> command = new ArrayList<>(IGNORING_THE_TERMINAL);
        command.add(JAVA.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new JavaProcess(process, ProcessId.of(process.toHandle()));
    }

    @Override
    public void askToStop() {
        process.destroy();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String ending() {
        return process.isAlive() ? "still running" : "exit code " + process.exitValue();
    }
}
