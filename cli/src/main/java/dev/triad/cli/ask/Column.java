package dev.triad.cli.ask;

/**
 * A column of a {@link Sheet}.
 *
 * @param name what stands above it, the same in tables and in CSV
 * @param kind what its cells are
 */
record Column(String name, Kind kind) {
    enum Kind {
        /** Text, which begins at the left. */
        TEXT,
        /** A number, right-aligned with thousands separators. */
        NUMBER,
        /** An amount in the sheet's asset: a number under a heading that names the currency. */
        AMOUNT
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    static Column amount(String name) {
        return new Column(name, Kind.AMOUNT);
    }
}
