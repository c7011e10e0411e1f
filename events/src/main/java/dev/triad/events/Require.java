package dev.triad.events;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that the records' constructors share. */
final class Require {
    private Require() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw InvalidEventException.missing(field);
        }
        return value;
    }

    static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    static void between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidEventException(Defect.FIELD, field + " must be " + least + " to " + most);
        }
    }

    static void distinct(String field, List<String> values) {
        if (values.size() > 1 && new HashSet<>(values).size() < values.size()) {
            throw new InvalidEventException(Defect.FIELD, field + " must not name the same one twice");
        }
    }

    /** A list without nulls of {@code least} to {@code most} items; an absent one counts as empty. */
    static <T> List<T> list(String field, @Nullable List<T> values, int least, int most) {
        List<T> items = orEmpty(values);
        if (items.size() < least || items.size() > most) {
            if (values == null) {
                throw InvalidEventException.missing(field);
            }
            throw new InvalidEventException(Defect.FIELD, field + " must hold " + least + " to " + most + " items");
        }
        for (T item : items) {
            if (item == null) {
                throw new InvalidEventException(Defect.FIELD, field + " must not hold null");
            }
        }
        return List.copyOf(items);
    }
}
