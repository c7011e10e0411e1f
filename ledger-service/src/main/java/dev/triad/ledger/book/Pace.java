package dev.triad.ledger.book;

import java.time.Duration;

/** Works half of the time at most: what streams in comes first, on a machine that is small too. */
final class Pace {
    static final Duration REST_LONGEST = Duration.ofSeconds(1);

    private long begun = System.nanoTime();

    /** Rests as long as the work took since the last rest. */
    void rest() throws InterruptedException {
        long worked = System.nanoTime() - begun;
        Thread.sleep(Duration.ofNanos(Math.min(worked, REST_LONGEST.toNanos())));
        begun = System.nanoTime();
    }
}
