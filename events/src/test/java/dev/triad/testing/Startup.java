package dev.triad.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Starts servers that tests need: one that the machine does not let start is tried again, and the reason is said. */
final class Startup {
    private static final int TRIES = 3;
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    private Startup() {}

    /** Each try is to choose ports of its own, since another program may have taken those of the one before. */
    @FunctionalInterface
    interface Start<T> {
        T begin() throws IOException;
    }

    static <T> T of(String server, Start<T> start) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return start.begin();
            } catch (IOException | RuntimeException e) {
                if (left == 0) {
                    throw failure(server, e);
                }
                LOG.log(Level.WARNING, server + " did not start and is tried again", e);
            }
        }
    }

    private static RuntimeException failure(String server, Exception last) {
        String message = "%s did not start in %d tries".formatted(server, TRIES);
        return last instanceof IOException io
                ? new UncheckedIOException(message, io)
                : new IllegalStateException(message, last);
    }
}
