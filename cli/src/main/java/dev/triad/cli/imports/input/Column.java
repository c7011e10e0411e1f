package dev.triad.cli.imports.input;

import java.util.List;

/**
 * A column that a format reads.
 *
 * @param name what the format calls it
 * @param required whether a file without it is of another format
 * @param aliases what other versions of the format call it
 */
public record Column(String name, boolean required, List<String> aliases) {
    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }
}
