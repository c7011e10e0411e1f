package dev.triad.cli.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Lets time pass, for other processes to do what they do. */
final class Wait {
    private static final int MILLIS_OF_OUTAGE_LEAST = 500;
    private static final int MILLIS_OF_OUTAGE_MOST = 9_000;

    private Wait() {}

    static void of(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /** How long something stays away: from hardly noticed to longer than any time-out of the ledger's. */
    static Duration outage(RandomGenerator chance) {
        return Duration.ofMillis(chance.nextInt(MILLIS_OF_OUTAGE_LEAST, MILLIS_OF_OUTAGE_MOST));
    }

    /** Whether the condition came true within this time. */
    static boolean until(Duration longest, Duration between, BooleanSupplier condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin >= longest.toNanos()) {
                return false;
            }
            of(between);
        }
        return true;
    }
}
