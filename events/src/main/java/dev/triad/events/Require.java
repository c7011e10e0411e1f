package dev.triad.events;

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

    /** A list without nulls of {@code least} to {@code most} items; an absent one counts as empty. */
    static <T> List<T> list(String field, @Nullable List<T> values, int least, int most) {
        List<T> items = values == null ? List.of() : values;
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
