package dev.triad.cli.imports.input;

import org.jspecify.annotations.Nullable;

/** One record of a file, its fields by column. */
public final class Row implements Item {
    private static final String NULL = "NULL";

    private final long line;
    private final Header header;
    private final String[] fields;

    Row(long line, Header header, String[] fields) {
        this.line = line;
        this.header = header;
        this.fields = fields;
    }

    @Override
    public long line() {
        return line;
    }

    /** Whether the file has this column. */
    public boolean has(String column) {
        return header.position(column) >= 0;
    }

    /**
     * A field that must say something.
     *
     * @throws RejectedLineException when it is empty
     */
    public String required(String column) {
        String value = optional(column);
        if (value == null) {
            throw new RejectedLineException(column + " is empty");
        }
        return value;
    }

    /** A field without outer blanks; null where the column is missing, empty or the literal {@code NULL}. */
    public @Nullable String optional(String column) {
        int position = header.position(column);
        if (position < 0) {
            return null;
        }
        String value = fields[position].strip();
        return value.isEmpty() || value.equalsIgnoreCase(NULL) ? null : value;
    }

    /** A field as it stands; empty where the column is missing. */
    public String verbatim(String column) {
        int position = header.position(column);
        return position < 0 ? "" : fields[position];
    }
}
