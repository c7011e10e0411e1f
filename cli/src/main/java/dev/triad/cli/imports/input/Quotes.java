package dev.triad.cli.imports.input;

/** Where RFC 4180's quotes begin and end: only a quote at the start of a field opens one. */
final class Quotes {
    private Quotes() {}

    /**
     * Whether a line ends inside a quoted field.
     *
     * @param open whether it begins inside one
     */
    static boolean leavesOpen(String line, boolean open) {
        if (line.indexOf('"') < 0) {
            return open;
        }
        boolean quoted = open;
        boolean fieldStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                // A doubled quote closes the field and opens it again at once, so it needs no case of its own.
                quoted = c != '"';
                fieldStart = !quoted;
            } else if (c == '"' && fieldStart) {
                quoted = true;
            } else {
                fieldStart = c == ',';
            }
        }
        return quoted;
    }
}
