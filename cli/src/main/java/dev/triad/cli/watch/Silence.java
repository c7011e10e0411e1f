package dev.triad.cli.watch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream that has been still for too long, so that whoever waits for it does not wait for ever. */
final class Silence implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final InputStream stream;
    private final Duration longest;
    private final Thread watcher;
    private volatile long brokenAt = System.nanoTime();

    Silence(InputStream stream, Duration longest) {
        this.stream = stream;
        this.longest = longest;
        this.watcher = Thread.ofVirtual().name("silence").start(this::watch);
    }

    /** Something was heard. */
    void broken() {
        brokenAt = System.nanoTime();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (System.nanoTime() - brokenAt < longest.toNanos()) {
                Thread.sleep(LOOK);
            }
            stream.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A stream that cannot be closed has ended, which is all that was wanted.
        }
    }
}
