package dev.triad.simulation.scenario;

import dev.triad.events.Names;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that the scenario's records share; the loader adds where in the file they failed. */
final class Check {
    private Check() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new ScenarioException(field + " is missing");
        }
        return value;
    }

    static String name(String field, @Nullable String value) {
        if (!Names.isName(present(field, value))) {
            throw new ScenarioException(field + " must be a name: lower-case letters, digits, '.', '_', '-'");
        }
        return value == null ? "" : value;
    }

    static void text(String field, @Nullable String value) {
        if (present(field, value).isBlank()) {
            throw new ScenarioException(field + " must not be blank");
        }
    }

    static void oneWarrant(@Nullable String source, @Nullable String assumption) {
        if ((source == null || source.isBlank()) == (assumption == null || assumption.isBlank())) {
            throw new ScenarioException("needs exactly one of source and assumption");
        }
    }

    static void within(String field, @Nullable Calibrated number, String low, String high) {
        BigDecimal value = present(field, number).value();
        if (value.compareTo(new BigDecimal(low)) < 0 || value.compareTo(new BigDecimal(high)) > 0) {
            throw new ScenarioException(field + " is " + value.toPlainString() + "; it must be " + low + " to " + high);
        }
    }

    static void share(String field, @Nullable Calibrated number) {
        within(field, number, "0", "1");
    }

    static void notNegative(String field, @Nullable Calibrated number) {
        within(field, number, "0", "1000000000000");
    }

    static void positive(String field, @Nullable Calibrated number) {
        within(field, number, "0.000000000001", "1000000000000");
    }

    /** A list of at least {@code least} items; an absent one counts as empty. */
    static <T> List<T> list(String field, @Nullable List<T> values, int least) {
        List<T> items = values == null ? List.of() : List.copyOf(values);
        if (items.size() < least) {
            throw new ScenarioException(field + " must hold at least " + least + " items");
        }
        return items;
    }
}
