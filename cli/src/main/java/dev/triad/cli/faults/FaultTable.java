package dev.triad.cli.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The results as people read them: one line a fault. */
final class FaultTable {
    private static final double MILLIS_A_SECOND = 1_000;
    private static final String LINE = "%-20s %5s %8s %6s %8s %9s %9s %9s %9s  %s";

    private FaultTable() {}

    static List<String> lines(List<FaultResult> results) {
        String head = LINE.formatted(
                "fault", "times", "repeats", "lost", "doubled", "recovery", "max", "stall", "untrue", "");
        return Stream.concat(Stream.of(head.stripTrailing()), results.stream().map(FaultTable::line))
                .toList();
    }

    private static String line(FaultResult result) {
        if (result.skipped() != null) {
            return "%-20s skipped: %s".formatted(result.fault(), result.skipped());
        }
        return LINE.formatted(
                        result.fault(),
                        result.outcomes().size(),
                        result.repeated(),
                        result.lost(),
                        result.doubled(),
                        seconds(result.recoveryMedian()),
                        seconds(result.recoveryMax()),
                        seconds(result.stallMax()),
                        seconds(result.untrueMax()),
                        result.isGood() ? "" : "BROKEN")
                .stripTrailing();
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(value -> String.format(Locale.ROOT, "%.1f s", value.toMillis() / MILLIS_A_SECOND))
                .orElse("-");
    }
}
