package dev.triad.cli.terminal;

import java.io.PrintWriter;

/** Standard output, line by line, which ends the command quietly when nobody reads on, as before {@code | head}. */
public final class Output {
    private final PrintWriter writer;

    public Output(PrintWriter writer) {
        this.writer = writer;
    }

    /** Prints a line with an end that is the same on every system. */
    public void line(String line) {
        writer.print(line);
        writer.print('\n');
    }

    /** Prints text as it is. */
    public void text(String text) {
        writer.print(text);
    }

    /**
     * Hands on what has been printed.
     *
     * @throws OutputClosedException when nobody reads it any more
     */
    public void flush() {
        if (writer.checkError()) {
            throw new OutputClosedException();
        }
    }
}
