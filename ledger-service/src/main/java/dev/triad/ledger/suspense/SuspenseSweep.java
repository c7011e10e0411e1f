package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Failures;
import dev.triad.ledger.journal.WaitKind;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Clears what waited: as soon as a group, unit, rate or sale is on the books, what wanted it posts. */
@ApplicationScoped
public class SuspenseSweep {
    /** Looking in vain may take this part of the time: one in so many. */
    static final long REST_FACTOR = 10;

    /** And yet what has arrived is found after this time at the latest. */
    static final long REST_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);

    private final Clearing clearing;
    private final LongSupplier nanoTime;
    private long notBeforeNanos;

    @Inject
    SuspenseSweep(Clearing clearing) {
        this(clearing, System::nanoTime);
    }

    SuspenseSweep(Clearing clearing, LongSupplier nanoTime) {
        this.clearing = clearing;
        this.nanoTime = nanoTime;
        this.notBeforeNanos = nanoTime.getAsLong();
    }

    /** A kind that fails is tried again with the next sweep, and keeps back no other. */
    void sweep() throws Exception {
        long start = nanoTime.getAsLong();
        if (start - notBeforeNanos < 0) {
            return;
        }
        boolean moving = false;
        Exception failure = null;
        for (WaitKind kind : WaitKind.values()) {
            try {
                moving |= clear(kind);
            } catch (SQLException | RuntimeException e) {
                failure = e;
            }
        }
        // What moves goes on at once; looking in vain at many waiting items must not cost much.
        long end = nanoTime.getAsLong();
        notBeforeNanos = end + (moving ? 0 : Math.min(REST_NANOS_MAX, (end - start) * REST_FACTOR));
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether something was cleared, here or by another transaction that came first. */
    private boolean clear(WaitKind kind) throws SQLException {
        try {
            return clearing.clear(kind) > 0;
        } catch (SQLException e) {
            if (Failures.isLostRace(e)) {
                Log.infof("suspense will be tried again kind=%s sqlState=%s", kind, e.getSQLState());
                return true;
            }
            throw e;
        }
    }
}
