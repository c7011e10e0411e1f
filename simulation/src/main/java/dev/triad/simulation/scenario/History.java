package dev.triad.simulation.scenario;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The virtual time of a scenario.
 *
 * @param start the first virtual moment, at midnight UTC
 * @param days how many days are produced as fast as possible at the first start
 * @param speed virtual seconds a wall-clock second afterwards
 */
public record History(Instant start, Integer days, Long speed) {
    private static final int DAYS_MAX = 3_660;
    private static final long DAY_SECONDS = 86_400;

    public History {
        Check.present("start", start);
        if (start.getEpochSecond() % DAY_SECONDS != 0 || start.getNano() != 0) {
            throw new ScenarioException("start must be midnight UTC");
        }
        if (Check.present("days", days) < 0 || days > DAYS_MAX) {
            throw new ScenarioException("days must be 0 to " + DAYS_MAX);
        }
        if (Check.present("speed", speed) < 1) {
            throw new ScenarioException("speed must be at least 1");
        }
    }

    /** The first virtual moment after the history. */
    public Instant end() {
        return start.plus(Duration.ofDays(days));
    }

    public History withDays(@Nullable Integer other) {
        return other == null ? this : new History(start, other, speed);
    }
}
