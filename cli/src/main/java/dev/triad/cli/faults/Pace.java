package dev.triad.cli.faults;

/** When each record may go: the first part at once, a trickle while a fault lasts, the rest at once. */
final class Pace {
    private static final double HELD_BACK = 0.4;
    private static final long MILLIS_OF_TRICKLE = 12_000;
    private static final int RECORDS_AT_A_TIME = 20;

    private enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    private final long free;
    private final long pauseMillis;
    private Phase phase = Phase.BEFORE;

    /** @param records how many there will be */
    Pace(long records) {
        long heldBack = (long) (HELD_BACK * records);
        free = records - heldBack;
        pauseMillis = Math.max(1, MILLIS_OF_TRICKLE * RECORDS_AT_A_TIME / Math.max(1, heldBack));
    }

    /** Returns when the record of that number, from 0, may go. */
    synchronized void await(long number) throws InterruptedException {
        while (number >= free && phase == Phase.BEFORE) {
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
