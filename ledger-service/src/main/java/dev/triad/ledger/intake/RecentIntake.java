package dev.triad.ledger.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where intake stands, from a moment ago. However many pages look at it, the broker and the database are asked once a
 * second, and by one at a time.
 */
@Singleton
class RecentIntake {
    static final Duration FRESH = Duration.ofSeconds(1);

    /** Asks the broker and the database. */
    @FunctionalInterface
    interface Source {
        List<PartitionPosition> positions() throws InterruptedException;
    }

    private final Source source;
    private final LongSupplier nanoTime;
    private @Nullable IntakeView recent;
    private long recentAt;

    @Inject
    RecentIntake(LogLag lag) {
        this(lag::positions, System::nanoTime);
    }

    RecentIntake(Source source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    synchronized IntakeView view() throws InterruptedException {
        IntakeView known = recent;
        if (known != null && nanoTime.getAsLong() - recentAt < FRESH.toNanos()) {
            return known;
        }
        IntakeView view = IntakeView.of(source.positions(), Instant.now());
        recent = view;
        recentAt = nanoTime.getAsLong();
        return view;
    }
}
