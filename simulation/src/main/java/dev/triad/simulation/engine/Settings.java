package dev.triad.simulation.engine;

import java.math.BigDecimal;

/**
 * How a unit's simulation is run.
 *
 * @param rate multiplies the trade of the scenario, 0 to {@value #RATE_MAX}
 * @param speed virtual seconds a wall-clock second, 1 to {@value #SPEED_MAX}
 * @param paused whether virtual time stands still
 * @param seed where its chance begins
 */
public record Settings(BigDecimal rate, long speed, boolean paused, long seed) {
    public static final int RATE_MAX = 100;
    public static final long SPEED_MAX = 1_000_000;
    private static final int RATE_SCALE_MAX = 6;

    public Settings {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(RATE_MAX)) > 0 || rate.scale() > RATE_SCALE_MAX) {
            throw new IllegalArgumentException("rate must be 0 to " + RATE_MAX + " with at most six decimals");
        }
        if (speed < 1 || speed > SPEED_MAX) {
            throw new IllegalArgumentException("speed must be 1 to " + SPEED_MAX);
        }
    }
}
