package dev.triad.ledger.stream;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which entries a reader wants; null and empty mean any. */
record StreamFilter(
        @Nullable String group,
        @Nullable String unit,
        @Nullable String type,
        @Nullable String text) {
    StreamFilter {
        text = text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    boolean matches(StreamedEntry entry) {
        return equal(group, entry.group())
                && equal(unit, entry.unit())
                && equal(type, entry.type())
                && (text == null || text.isEmpty() || entry.searchable().contains(text));
    }

    private static boolean equal(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.isEmpty() || wanted.equals(value);
    }
}
