package dev.triad.cli.bench;

import java.util.List;

/**
 * What several runs of the same measurement came to.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param runs each run's figure, in the order in which they ran
 */
public record Spread(double median, double min, double max, List<Double> runs) {
    static Spread of(List<Double> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there was no run");
        }
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast(), List.copyOf(runs));
    }
}
