package dev.triad.cli.explain;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to name an event. */
sealed interface EventName {
    /** By its id alone, which any unit may have given. */
    record ById(UUID id) implements EventName {}

    /** By its id and the unit that sent it. */
    record BySource(String group, String unit, UUID id) implements EventName {}

    /** By the name of an entry that it made, such as {@code sales-5-90} or {@code usage-0-7.1}. */
    record ByEntry(String entry) implements EventName {}

    Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    Pattern SOURCE_FORM = Pattern.compile("/?([^/]+)/([^/]+)/(" + UUID_FORM + ")");
    Pattern ENTRY_FORM = Pattern.compile("[a-z]+-\\d+-\\d+(?:\\.\\d+)?");

    /**
     * Reads a name in any of its forms.
     *
     * @throws IllegalArgumentException when it has none of them
     */
    static EventName parse(String text) {
        if (UUID_FORM.matcher(text).matches()) {
            return new ById(UUID.fromString(text));
        }
        Matcher source = SOURCE_FORM.matcher(text);
        if (source.matches()) {
            return new BySource(source.group(1), source.group(2), UUID.fromString(source.group(3)));
        }
        if (ENTRY_FORM.matcher(text).matches()) {
            return new ByEntry(text);
        }
        throw new IllegalArgumentException("An event is named by its id, as group/unit/id, or by an entry such as"
                + " sales-5-90; '%s' is none of these.".formatted(text));
    }
}
