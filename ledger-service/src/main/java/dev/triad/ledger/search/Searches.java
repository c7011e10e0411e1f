package dev.triad.ledger.search;

import dev.triad.ledger.log.LogScans;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.room.Room;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a few searches run at once. */
@ApplicationScoped
class Searches {
    private final EntryScan scan;
    private final LogScans log;
    private final Room room = new Room(SearchLimits.AT_ONCE, Problems.TOO_MANY_SEARCHES);

    Searches(EntryScan scan, LogScans log) {
        this.scan = scan;
        this.log = log;
    }

    /** A place among those that run, or a problem. */
    Room.Place enter() {
        return room.enter();
    }

    int running() {
        return room.taken();
    }

    /** A search, for whoever has a place. */
    Search search(SearchRequest request, Search.Listener listener) {
        return new Search(scan, log, request, listener);
    }
}
