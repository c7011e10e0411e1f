package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sees in the log that PostgreSQL gave up, and interrupts the thread that starts it: the library waits
 * for the full time otherwise, whatever happened.
 */
final class StartWatch {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int LINES_READ = 5;
    private static final String GAVE_UP = "could not start server";

    private StartWatch() {}

    /** Begins to watch for the calling thread; the watch ends when it is interrupted. */
    static Thread begin(Path log) {
        Thread starting = Thread.currentThread();
        long before = size(log);
        return Thread.ofVirtual().start(() -> watch(log, before, starting));
    }

    private static void watch(Path log, long before, Thread starting) {
        try {
            if (Waiting.until(LONGEST, () -> size(log) > before && gaveUp(log))) {
                starting.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gaveUp(Path log) {
        return LogFile.tail(log, LINES_READ).stream().anyMatch(line -> line.contains(GAVE_UP));
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }
}
