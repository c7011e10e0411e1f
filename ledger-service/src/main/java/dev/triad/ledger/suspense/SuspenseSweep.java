package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Received;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Clears what waited: as soon as a group, unit, rate or sale is on the books, what wanted it posts. */
@ApplicationScoped
public class SuspenseSweep {
    private static final int ITEMS_MAX = 2_000;
    /** Looking in vain may take this part of the time: one in so many. */
    private static final long REST_FACTOR = 10;

    /** And yet what has arrived is found after this time at the latest. */
    private static final long REST_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);

    private final Journal journal;
    private final SuspenseItems items;
    private long notBeforeNanos = System.nanoTime();

    SuspenseSweep(Journal journal, SuspenseItems items) {
        this.journal = journal;
        this.items = items;
    }

    void sweep() {
        long start = System.nanoTime();
        if (start - notBeforeNanos < 0) {
            return;
        }
        boolean cleared = false;
        try {
            for (WaitKind kind : WaitKind.values()) {
                cleared |= sweep(kind) > 0;
            }
        } catch (SQLException e) {
            Log.warnf("suspense sweep will be tried again sqlState=%s", e.getSQLState());
        }
        // Work that clears something goes on at once; looking in vain at many waiting items must not cost much.
        long rest = cleared ? 0 : Math.min(REST_NANOS_MAX, (System.nanoTime() - start) * REST_FACTOR);
        notBeforeNanos = System.nanoTime() + rest;
    }

    private int sweep(WaitKind kind) throws SQLException {
        int total = 0;
        int found = 0;
        // Looking takes no lock that a batch might wait for; only what is found is worth one.
        if (!items.hasCleared(kind)) {
            return total;
        }
        do {
            Sweep sweep = new Sweep(kind);
            journal.redrive(sweep);
            found = sweep.found;
            total += found;
        } while (found == ITEMS_MAX);
        return total;
    }

    private final class Sweep implements Journal.RedriveSource {
        private final WaitKind kind;
        private int found;

        Sweep(WaitKind kind) {
            this.kind = kind;
        }

        @Override
        public Map<Long, Received> lock(Connection connection) throws SQLException {
            Map<Long, Received> cleared = items.cleared(connection, kind, ITEMS_MAX);
            found = cleared.size();
            return cleared;
        }

        @Override
        public boolean changesReference() {
            return kind.changesReference();
        }
    }
}
