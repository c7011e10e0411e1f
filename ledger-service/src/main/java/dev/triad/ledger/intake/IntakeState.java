package dev.triad.ledger.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How intake is doing, for health and for people. */
@ApplicationScoped
public class IntakeState {
    private final Progress progress = new Progress();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean fatal;

    Progress progress() {
        return progress;
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
        return failure.get();
    }

    /** Whether only a restart helps. */
    public boolean isFatal() {
        return fatal;
    }
}
