package dev.triad.cli.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** How long something took, over several rounds, in milliseconds. */
public record Percentiles(Spread p50Millis, Spread p99Millis, Spread p999Millis, Spread maxMillis, long count) {
    private static final double MICROS_A_MILLI = 1_000;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    /** @param rounds the times of each round, in microseconds */
    static Percentiles of(List<Histogram> rounds) {
        return new Percentiles(
                millis(rounds, round -> round.getValueAtPercentile(P50)),
                millis(rounds, round -> round.getValueAtPercentile(P99)),
                millis(rounds, round -> round.getValueAtPercentile(P999)),
                millis(rounds, Histogram::getMaxValue),
                rounds.stream().mapToLong(Histogram::getTotalCount).sum());
    }

    private static Spread millis(List<Histogram> rounds, ToDoubleFunction<Histogram> micros) {
        return Spread.of(rounds.stream()
                .map(round -> micros.applyAsDouble(round) / MICROS_A_MILLI)
                .toList());
    }
}
