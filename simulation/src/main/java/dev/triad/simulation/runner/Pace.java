package dev.triad.simulation.runner;

import java.time.Duration;
import java.time.Instant;

/**
 * A virtual clock that runs at a speed from a moment on.
 *
 * @param wallNanos {@link System#nanoTime()} when it started
 * @param virtual the virtual time when it started
 * @param speed virtual seconds a wall-clock second
 */
record Pace(long wallNanos, Instant virtual, long speed) {
    static Pace start(Instant virtual, long speed) {
        return new Pace(System.nanoTime(), virtual, speed);
    }

    /** The virtual time now. */
    Instant now() {
        long elapsed = System.nanoTime() - wallNanos;
        return virtual.plus(Duration.ofNanos(elapsed).multipliedBy(speed));
    }

    /** How long to wait for a virtual moment; negative when it has passed. */
    long nanosUntil(Instant moment) {
        Duration ahead = Duration.between(virtual, moment).dividedBy(speed);
        return ahead.toNanos() - (System.nanoTime() - wallNanos);
    }
}
