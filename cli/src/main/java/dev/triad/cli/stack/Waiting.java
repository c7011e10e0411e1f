package dev.triad.cli.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits, bounded, for what other processes do: they cannot call back. */
final class Waiting {
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private Waiting() {}

    /** Whether the condition came true within this time. */
    static boolean until(Duration longest, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        return true;
    }
}
