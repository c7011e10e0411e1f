package dev.triad.cli.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a fault strikes: with that share of the records on the books, and a little later.
 *
 * @param share between 0 and 1
 */
record Moment(double share, Duration after) {
    private static final double SHARE_LEAST = 0.02;
    private static final double SHARE_MOST = 0.45;
    private static final int MILLIS_AFTER_MOST = 250;

    /** Any moment of the drain's first part: what is held back until then keeps the drain running. */
    static Moment any(RandomGenerator chance) {
        return new Moment(
                chance.nextDouble(SHARE_LEAST, SHARE_MOST), Duration.ofMillis(chance.nextInt(MILLIS_AFTER_MOST)));
    }
}
