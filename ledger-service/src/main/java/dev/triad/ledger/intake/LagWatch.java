package dev.triad.ledger.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Judges how far the books are behind the log, measured every few seconds. */
@Singleton
public class LagWatch {
    /** A broker or a database that misses one look or two is no news yet. */
    static final Duration UNKNOWN_LONGEST = Duration.ofSeconds(15);

    /** As many looks in a row that find the books too far behind, and no nearer than before, are one too many. */
    static final int LOOKS_MOST = 3;

    private final long lagMax;
    private final LongSupplier nanoTime;
    private long knownAt;
    private @Nullable Long lag;
    private int looksWithoutGain;

    @Inject
    LagWatch(IntakeConfig config) {
        this(config.lagMax(), System::nanoTime);
    }

    LagWatch(long lagMax, LongSupplier nanoTime) {
        this.lagMax = lagMax;
        this.nanoTime = nanoTime;
        this.knownAt = nanoTime.getAsLong();
    }

    /** Takes what a look found; null when the broker or the database did not answer. */
    synchronized void looked(@Nullable Long found) {
        if (found != null) {
            knownAt = nanoTime.getAsLong();
            boolean nearer = lag != null && found < lag;
            looksWithoutGain = found <= lagMax || nearer ? 0 : looksWithoutGain + 1;
            lag = found;
        }
    }

    /** The records that were still to post when that was last known, or null before the first time. */
    public synchronized @Nullable Long lag() {
        return lag;
    }

    /** Whether the last look that should have come by now has told anything. */
    synchronized boolean isKnown() {
        return lag != null && nanoTime.getAsLong() - knownAt <= UNKNOWN_LONGEST.toNanos();
    }

    /** Why the ledger cannot be relied on to be up to date, or null when it can. */
    public synchronized @Nullable String failure() {
        if (nanoTime.getAsLong() - knownAt > UNKNOWN_LONGEST.toNanos()) {
            return "the broker or the database has not said for more than %d s how far the books are behind"
                    .formatted(UNKNOWN_LONGEST.toSeconds());
        }
        return looksWithoutGain > LOOKS_MOST
                ? "the books are more than %d records behind the log, and come no nearer".formatted(lagMax)
                : null;
    }

    long lagMax() {
        return lagMax;
    }
}
