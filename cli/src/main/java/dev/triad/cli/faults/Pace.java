package dev.triad.cli.faults;

import java.time.Duration;

/**
 * When each record may go: the first part at once, a trickle while a fault lasts, the rest at once. However long
 * the fault lasts, a last part is kept for afterwards, so that there is always something to recover for.
 */
final class Pace {
    private static final double HELD_BACK = 0.4;
    private static final double KEPT_FOR_AFTERWARDS = 0.1;
    private static final Duration TRICKLE = Duration.ofSeconds(12);
    private static final int RECORDS_AT_A_TIME = 20;

    private enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    private final long free;
    private final long trickled;
    private final long pauseMillis;
    private Phase phase = Phase.BEFORE;

    /** @param records how many there will be */
    Pace(long records) {
        this(records, TRICKLE);
    }

    Pace(long records, Duration trickle) {
        free = records - (long) (HELD_BACK * records);
        trickled = records - (long) (KEPT_FOR_AFTERWARDS * records);
        pauseMillis = Math.max(1, trickle.toMillis() * RECORDS_AT_A_TIME / Math.max(1, trickled - free));
    }

    /** Returns when the record of that number, from 0, may go. */
    synchronized void await(long number) throws InterruptedException {
        while (phase == Phase.BEFORE && number >= free || phase == Phase.DURING && number >= trickled) {
            wait();
        }
        if (phase == Phase.DURING && number % RECORDS_AT_A_TIME == 0) {
            wait(pauseMillis);
        }
    }

    synchronized void struck() {
        phase = Phase.DURING;
        notifyAll();
    }

    synchronized void over() {
        phase = Phase.AFTER;
        notifyAll();
    }
}
