package dev.triad.cli.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rounds of one fault.
 *
 * @param skipped why it was not injected; null when it was
 */
record FaultResult(
        String fault,
        String description,
        List<Outcome> outcomes,
        @Nullable String skipped) {
    FaultResult {
        outcomes = List.copyOf(outcomes);
    }

    boolean isGood() {
        return outcomes.stream().allMatch(Outcome::isGood);
    }

    long lost() {
        return outcomes.stream().mapToLong(Outcome::lost).sum();
    }

    long doubled() {
        return outcomes.stream().mapToLong(Outcome::doubled).sum();
    }

    long repeated() {
        return outcomes.stream().mapToLong(Outcome::repeated).sum();
    }

    /** The middle one of the recoveries, the longer of the two in the middle of an even number. */
    Optional<Duration> recoveryMedian() {
        List<Duration> sorted = complete().map(Outcome::recovery).sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    Optional<Duration> recoveryMax() {
        return max(Outcome::recovery);
    }

    Optional<Duration> stallMax() {
        return max(Outcome::stall);
    }

    Optional<Duration> untrueMax() {
        return max(Outcome::untrue);
    }

    private Optional<Duration> max(Function<Outcome, Duration> value) {
        return complete().map(value).max(Duration::compareTo);
    }

    private Stream<Outcome> complete() {
        return outcomes.stream().filter(Outcome::isComplete);
    }
}
