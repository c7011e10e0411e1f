package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Starts one of the Java components and waits until it answers.
 *
 * @param arguments what follows Java's own flags on the command line
 */
record JavaStart(
        Component component, JavaFlags flags, List<String> arguments, Map<String, String> environment, Path log) {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final int LINES_READ = 20;
    private static final String JAVA_REFUSED = "Error occurred during initialization of VM";

    /** Starts it; should Java itself not come up with its cache, once more without. */
    void start(Consumer<Running> launched, BooleanSupplier answers) throws IOException, InterruptedException {
        try {
            start(flags.of(component), launched, answers);
        } catch (StartException e) {
            if (!flags.hasCache(component) || !javaRefused()) {
                throw e;
            }
            start(flags.withoutCache(component), launched, answers);
        }
    }

    private void start(List<String> javaFlags, Consumer<Running> launched, BooleanSupplier answers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(javaFlags);
        all.addAll(arguments);
        JavaProcess process = JavaProcess.launch(all, environment, log);
        launched.accept(process);
        ReadyWait.await(component, process, log, LONGEST, answers);
    }

    private boolean javaRefused() {
        return LogFile.tail(log, LINES_READ).stream().anyMatch(line -> line.contains(JAVA_REFUSED));
    }
}
