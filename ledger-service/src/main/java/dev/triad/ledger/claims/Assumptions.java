package dev.triad.ledger.claims;

import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.fraction.Fractions;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.fraction.BigFraction;

/** A value for each assumption. */
record Assumptions(Map<Assumption, BigDecimal> values) {
    Assumptions {
        values = Map.copyOf(values);
    }

    static Assumptions usual() {
        Map<Assumption, BigDecimal> values = new EnumMap<>(Assumption.class);
        for (Assumption assumption : Assumption.values()) {
            values.put(assumption, assumption.usual());
        }
        return new Assumptions(values);
    }

    Assumptions with(Assumption assumption, BigDecimal value) {
        Map<Assumption, BigDecimal> changed = new EnumMap<>(values);
        changed.put(assumption, value);
        return new Assumptions(changed);
    }

    BigDecimal value(Assumption assumption) {
        return Objects.requireNonNull(values.get(assumption));
    }

    BigFraction factor(Assumption assumption) {
        return Fractions.of(value(assumption));
    }

    EconomiesOfScale scale() {
        return new EconomiesOfScale(value(Assumption.PROGRESS_RATIO));
    }
}
