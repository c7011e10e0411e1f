package dev.triad.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The signals that Java cannot send by itself. */
enum Signal {
    /** To PostgreSQL's first process: a fast shutdown, which ends the connections and writes a checkpoint. */
    INT,
    /** To PostgreSQL's first process: an immediate shutdown, after which it recovers as from a crash. */
    QUIT,
    /** Suspends a process until {@link #CONT}; it keeps its connections, locks and ports. */
    STOP,
    CONT;

    private static final long LONGEST_SECONDS = 10;

    /** Sends the signal and returns when it has been sent; a process that is gone is passed over. */
    void to(List<Long> pids) {
        StringBuilder kill = new StringBuilder();
        pids.forEach(pid ->
                kill.append("kill -").append(name()).append(' ').append(pid).append("; "));
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", kill.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!shell.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
