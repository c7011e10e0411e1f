package dev.triad.simulation.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of a scenario with its warrant: either the public source that it is read from, or the
 * assumption that stands in where no public figure exists.
 *
 * @param value the number
 * @param source where it is published
 * @param assumption why it is assumed as it is
 * @param range between which values an assumption could as well lie
 */
public record Calibrated(
        BigDecimal value,
        @Nullable String source,
        @Nullable String assumption,
        @Nullable Range range) {
    public Calibrated {
        Check.present("value", value);
        Check.oneWarrant(source, assumption);
        if (range != null && assumption == null) {
            throw new ScenarioException("range belongs to an assumption, and this number has a source");
        }
        if (range != null && (value.compareTo(range.low()) < 0 || value.compareTo(range.high()) > 0)) {
            throw new ScenarioException("value " + value.toPlainString() + " lies outside its range");
        }
    }

    /** A number for tests and derived scenarios. */
    public static Calibrated assumed(String value, String assumption) {
        return new Calibrated(new BigDecimal(value), null, assumption, null);
    }

    public double asDouble() {
        return value.doubleValue();
    }

    /**
     * Between which values an assumption could lie.
     *
     * @param low inclusive
     * @param high inclusive
     */
    public record Range(BigDecimal low, BigDecimal high) {
        public Range {
            Check.present("low", low);
            Check.present("high", high);
            if (low.compareTo(high) > 0) {
                throw new ScenarioException("range.low must not exceed range.high");
            }
        }
    }
}
