package dev.triad.cli.stack;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
final class Seconds {
    private static final double MILLIS_A_SECOND = 1_000;

    private Seconds() {}

    /** Such as {@code 2.1 s}. */
    static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_A_SECOND);
    }

    /** The two largest units: {@code 2 d 3 h}, {@code 3 h 4 min}, {@code 4 min 5 s}, {@code 5 s}. */
    static String longer(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toSeconds() + " s";
    }
}
