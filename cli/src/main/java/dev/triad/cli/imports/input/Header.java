package dev.triad.cli.imports.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a file keeps the columns that a format reads; names compare without case and outer blanks. */
final class Header {
    private static final int SHOWN_MAX = 200;

    private final Map<String, Integer> positions;
    private final int width;

    private Header(Map<String, Integer> positions, int width) {
        this.positions = Map.copyOf(positions);
        this.width = width;
    }

    /** The header of lines that have no columns: the whole line goes by that name. */
    static Header wholeLine(String name) {
        return new Header(Map.of(name, 0), 1);
    }

    /**
     * Finds the columns.
     *
     * @throws UnreadableFileException when a required one is missing
     */
    static Header of(String file, String[] fields, List<Column> columns) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            found.putIfAbsent(plain(fields[i]), i);
        }
        Map<String, Integer> positions = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Column column : columns) {
            Integer position = position(found, column);
            if (position != null) {
                positions.put(column.name(), position);
            } else if (column.required()) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    "%s has no column %s; its first line, which should name the columns, reads: %s"
                            .formatted(file, String.join(", ", missing), shown(fields)));
        }
        return new Header(positions, fields.length);
    }

    /** The position of a column, or -1 where the file has none. */
    int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** How many fields every row has. */
    int width() {
        return width;
    }

    private static @Nullable Integer position(Map<String, Integer> found, Column column) {
        Integer position = found.get(plain(column.name()));
        for (String alias : column.aliases()) {
            if (position == null) {
                position = found.get(plain(alias));
            }
        }
        return position;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String shown(String[] fields) {
        String line = List.of(fields).stream().map(Printable::of).collect(Collectors.joining(","));
        return line.length() > SHOWN_MAX ? line.substring(0, SHOWN_MAX) + "…" : line;
    }
}
