package dev.triad.ledger.intake;

import dev.triad.events.Topics;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a ledger that starts take up groups and rates before it posts events. What came too early would wait
 * in suspense and clear itself, so this is no matter of right and wrong; but a long backlog would be written
 * twice. It gives up waiting after a while, as a replica that reads the reference topic may be away.
 */
@Singleton
class ReferenceFirst {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    /** The records still to post, by partition. */
    @FunctionalInterface
    interface Lag {
        Map<String, Long> byPartition() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private final Lag lag;
    private volatile boolean done;

    @Inject
    ReferenceFirst(LogLag lag) {
        this((Lag) lag::byPartition);
    }

    ReferenceFirst(Lag lag) {
        this.lag = lag;
    }

    /** Returns once the reference topic has been read to its end, or soon after the ledger is told to stop. */
    void await(CountDownLatch stopping) throws InterruptedException {
        if (!done) {
            awaitOnce(stopping);
        }
    }

    private synchronized void awaitOnce(CountDownLatch stopping) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!done && !isRead()) {
            if (System.nanoTime() - deadline > 0) {
                Log.warn("groups and rates are not read to their end; events that need them will wait in suspense");
                break;
            }
            if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        done = true;
    }

    private boolean isRead() throws InterruptedException {
        try {
            return lag.byPartition().entrySet().stream()
                            .filter(partition -> partition.getKey().startsWith(Topics.REFERENCE))
                            .mapToLong(Map.Entry::getValue)
                            .sum()
                    == 0;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            Log.debugf(e, "lag is unknown");
            return false;
        }
    }
}
