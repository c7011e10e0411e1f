package dev.triad.ledger.suspense;

import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Received;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Clears what waited: as soon as a group, unit, rate or sale is on the books, what wanted it posts. */
@ApplicationScoped
public class SuspenseSweep {
    private static final int ITEMS_MAX = 2_000;
    /** A sweep may take this part of the time: one in so many. */
    private static final long REST_FACTOR = 10;

    private final Journal journal;
    private final SuspenseItems items;
    private long notBeforeNanos = System.nanoTime();

    SuspenseSweep(Journal journal, SuspenseItems items) {
        this.journal = journal;
        this.items = items;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
        notBeforeNanos = cleared ? start : System.nanoTime() + (System.nanoTime() - start) * REST_FACTOR;
    }

    private int sweep(WaitKind kind) throws SQLException {
        int total = 0;
        int found;
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
