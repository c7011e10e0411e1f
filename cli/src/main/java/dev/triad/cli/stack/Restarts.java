package dev.triad.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a component that died is started again, and how long to wait before: 1, 2, 4, 8, 16 s. After
 * a quiet time the count begins anew.
 */
final class Restarts {
    static final int MOST = 5;
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private int used;
    private int total;
    private Instant last = Instant.MIN;

    /** The wait before the next start; empty when it has died too often. */
    Optional<Duration> next(Instant now) {
        if (last.isBefore(now.minus(FORGOTTEN_AFTER))) {
            used = 0;
        }
        last = now;
        if (used == MOST) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << used);
        used++;
        total++;
        return Optional.of(wait);
    }

    /** Restarts in a row, as the bound counts them. */
    int used() {
        return used;
    }

    /** Restarts since the stack came up. */
    int total() {
        return total;
    }
}
