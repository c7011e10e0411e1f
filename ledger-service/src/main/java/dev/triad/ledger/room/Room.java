package dev.triad.ledger.room;

import dev.triad.ledger.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Room for so much at once of what takes long. Who finds no place does not wait, and is told so. */
public final class Room {
    private final int number;
    private final Semaphore free;
    private final Problems full;

    public Room(int number, Problems full) {
        this.number = number;
        this.free = new Semaphore(number);
        this.full = full;
    }

    /** A place, or a problem. */
    public Place enter() {
        if (!free.tryAcquire()) {
            throw full.because("There is room for " + number + " at once; try again shortly.");
        }
        return new Place();
    }

    public int taken() {
        return number - free.availablePermits();
    }

    /** Is to be given back. */
    public final class Place implements AutoCloseable {
        private final AtomicBoolean isLeft = new AtomicBoolean();

        private Place() {}

        /**
         * Keeps the place for an answer until it is written. An answer may never be: that to HEAD has no body, and a client may
         * have gone before. Then the place is given back when the exchange is over.
         */
        public StreamingOutput during(StreamingOutput output, RoutingContext routing) {
            AtomicBoolean isDecided = new AtomicBoolean();
            routing.addEndHandler(_ -> {
                if (isDecided.compareAndSet(false, true)) {
                    close();
                }
            });
            return stream -> {
                if (isDecided.compareAndSet(false, true)) {
                    try (Place _ = this) {
                        output.write(stream);
                    }
                }
            };
        }

        @Override
        public void close() {
            if (isLeft.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
