package dev.triad.simulation.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How trade spreads over the hours of a day.
 *
 * @param weights one weight an hour, UTC, from midnight
 */
public record DailyShape(
        List<BigDecimal> weights,
        @Nullable String source,
        @Nullable String assumption) {
    private static final int HOURS = 24;

    @JsonCreator
    public DailyShape {
        weights = Check.list("weights", weights, HOURS);
        Check.oneWarrant(source, assumption);
        if (weights.size() != HOURS || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new ScenarioException("weights must hold 24 numbers that are not negative");
        }
        if (weights.stream().noneMatch(weight -> weight.signum() > 0)) {
            throw new ScenarioException("weights must not all be zero");
        }
    }

    /** The share of a day's trade that falls into an hour, 0 to 23; a day's shares sum to 1. */
    public double share(int hour) {
        double sum = 0;
        for (BigDecimal weight : weights) {
            sum += weight.doubleValue();
        }
        return weights.get(hour).doubleValue() / sum;
    }
}
