package dev.triad.cli.imports.format;

import dev.triad.events.Names;
import dev.triad.events.UsageRecorded;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a usage, made to fit the contract: what is longer is cut, control characters become blanks, and
 * of more labels than a usage can carry the last by name are left out, and counted in a label of their own.
 */
final class Labels {
    private static final String OMITTED = "labels-omitted";
    private static final String EMPTY = "(empty)";

    private final TreeMap<String, String> labels = new TreeMap<>();

    Labels put(String key, @Nullable String value) {
        if (value != null && !key.isBlank()) {
            labels.put(fit(key), value.isBlank() ? EMPTY : fit(value));
        }
        return this;
    }

    Map<String, String> toMap() {
        int surplus = labels.size() - UsageRecorded.LABELS_MAX;
        if (surplus > 0) {
            // One more goes, to make room for the count.
            for (int i = 0; i <= surplus; i++) {
                labels.pollLastEntry();
            }
            labels.put(OMITTED, Integer.toString(surplus + 1));
        }
        return labels;
    }

    private static String fit(String text) {
        StringBuilder fit = new StringBuilder(text.strip());
        if (fit.length() > Names.TEXT_MAX) {
            fit.setLength(Names.TEXT_MAX - 1);
            fit.append('…');
        }
        for (int i = 0; i < fit.length(); i++) {
            if (Character.isISOControl(fit.charAt(i))) {
                fit.setCharAt(i, ' ');
            }
        }
        return fit.toString();
    }
}
