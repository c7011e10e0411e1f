package dev.triad.ledger.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How intake is doing, for health and for people. */
@ApplicationScoped
public class IntakeState {
    private final Progress progress = new Progress();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean joined;
    private volatile boolean fatal;

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
        return reason == null && !joined ? "no partitions have been assigned yet" : reason;
    }

    /** Whether only a restart helps. */
    public boolean isFatal() {
        return fatal;
    }
}
