package dev.triad.ledger.stream;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many entries may pass, at so many a second; what was not used is kept for at most one second. */
final class Allowance {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private long seen;
    private long credit = SECOND;

    Allowance(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.seen = nanoTime.getAsLong();
    }

    /** How many may pass now. */
    int available(int perSecond) {
        long now = nanoTime.getAsLong();
        credit = Math.min(SECOND, credit + (now - seen));
        seen = now;
        return Math.toIntExact(credit / (SECOND / perSecond));
    }

    /** Some have passed. */
    void spend(int count, int perSecond) {
        credit = Math.max(0, credit - count * (SECOND / perSecond));
    }
}
