package dev.triad.signature;

import dev.triad.events.Names;
import dev.triad.events.Source;

/**
 * Sources that a producer may write, {@code /{group}/{unit}}. Either may be {@code *}, which stands for any one; a part of
 * a name it never stands for.
 */
public record SourcePattern(String group, String unit) {
    private static final String ANY = "*";

    public SourcePattern {
        require(group);
        require(unit);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SourcePattern parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 3 || !parts[0].isEmpty()) {
            throw unfit();
        }
        return new SourcePattern(parts[1], parts[2]);
    }

    /** Whether a source is one of these. */
    public boolean matches(Source source) {
        return isAnyOr(group, source.group()) && isAnyOr(unit, source.unit());
    }

    private static boolean isAnyOr(String part, String name) {
        return part.equals(ANY) || part.equals(name);
    }

    private static void require(String part) {
        if (!part.equals(ANY) && !Names.isName(part)) {
            throw unfit();
        }
    }

    private static IllegalArgumentException unfit() {
        return new IllegalArgumentException(
                "a source is /{group}/{unit}, such as /amazon/store, and either may be *: /*/store");
    }

    @Override
    public String toString() {
        return "/" + group + "/" + unit;
    }
}
