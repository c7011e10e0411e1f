package dev.triad.ledger.export;

import dev.triad.ledger.problem.Problems;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** How many journals are taken out at once: each holds a connection for as long as whoever takes it reads. */
@Singleton
class Exports {
    static final int AT_ONCE_MAX = 4;

    private final Semaphore room = new Semaphore(AT_ONCE_MAX);

    /** Room for one, to be given back. */
    Place enter() {
        if (!room.tryAcquire()) {
            throw Problems.TOO_MANY_EXPORTS.because(
                    "At most " + AT_ONCE_MAX + " are taken out at once; try again when one is over.");
        }
        return room::release;
    }

    /** Is given back when the journal is out, or given up. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
