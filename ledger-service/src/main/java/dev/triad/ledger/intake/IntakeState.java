package dev.triad.ledger.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How intake is doing, for health and for people. */
@Singleton
public class IntakeState {
    /** A batch that takes longer waits for something: the books, or another ledger. */
    private static final Duration BATCH_LONGEST = Duration.ofSeconds(8);

    private final Progress progress = new Progress();
    private final LongSupplier nanoTime;
    private final Set<Batch> batches = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean joined;
    private volatile boolean fatal;

    @Inject
    IntakeState() {
        this(System::nanoTime);
    }

    IntakeState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Progress progress() {
        return progress;
    }

    /** The broker has told this ledger which partitions are its own, be there any or none. */
    void joined() {
        joined = true;
    }

    /** The broker has given this ledger up; it has to join again. */
    void lost() {
        joined = false;
    }

    /** A batch is begun; it is under way until it is closed. */
    Batch batch() {
        Batch batch = new Batch(nanoTime.getAsLong());
        batches.add(batch);
        return batch;
    }

    void working() {
        failure.set(null);
    }

    void failing(String reason) {
        failure.set(reason);
    }

    void stopped(String reason) {
        fatal = true;
        failure.set(reason);
    }

    /** Why batches are not being posted, or null when they are. */
    public @Nullable String failure() {
        String reason = failure.get();
        if (reason != null) {
            return reason;
        }
        if (!joined) {
            return "no partitions have been assigned yet";
        }
        return batches.stream().anyMatch(Batch::isLate)
                ? "a batch has been under way for more than " + BATCH_LONGEST.toSeconds() + " s"
                : null;
    }

    /** Whether only a restart helps. */
    public boolean isFatal() {
        return fatal;
    }

    /** A batch that is under way. */
    final class Batch implements AutoCloseable {
        private final long begun;

        private Batch(long begun) {
            this.begun = begun;
        }

        private boolean isLate() {
            return nanoTime.getAsLong() - begun > BATCH_LONGEST.toNanos();
        }

        @Override
        public void close() {
            batches.remove(this);
        }
    }
}
