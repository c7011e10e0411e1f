package dev.triad.ledger.search;

import dev.triad.ledger.log.LogScans;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a few searches run at once. */
@ApplicationScoped
class Searches {
    private final EntryScan scan;
    private final LogScans log;
    private final Semaphore room = new Semaphore(SearchLimits.AT_ONCE);

    Searches(EntryScan scan, LogScans log) {
        this.scan = scan;
        this.log = log;
    }

    /** A place among those that run, or a problem. */
    Place enter() {
        if (!room.tryAcquire()) {
            throw Problems.TOO_MANY_SEARCHES.because(
                    "At most " + SearchLimits.AT_ONCE + " run at once; try again shortly.");
        }
        return new Place();
    }

    int running() {
        return SearchLimits.AT_ONCE - room.availablePermits();
    }

    /** Is given back when the search is over. */
    final class Place implements AutoCloseable {
        private final AtomicBoolean left = new AtomicBoolean();

        private Place() {}

        Search search(SearchRequest request, Search.Listener listener) {
            return new Search(scan, log, request, listener);
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                room.release();
            }
        }
    }
}
