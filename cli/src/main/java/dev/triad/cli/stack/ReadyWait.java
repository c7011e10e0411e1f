package dev.triad.cli.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a launched process to answer, no longer than it takes to see that it never will. */
final class ReadyWait {
    private ReadyWait() {}

    static void await(Component component, Running process, Path log, Duration longest, BooleanSupplier ready)
            throws InterruptedException {
        boolean decided = Waiting.until(longest, () -> !process.isAlive() || ready.getAsBoolean());
        if (!process.isAlive()) {
            throw new StartException(component, "ended while it was starting (" + process.ending() + ")", log);
        }
        if (!decided) {
            throw new StartException(component, "was not ready after " + longest.toSeconds() + " s", log);
        }
    }
}
