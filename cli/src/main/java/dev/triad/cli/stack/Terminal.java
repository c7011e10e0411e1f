package dev.triad.cli.stack;

import java.io.Console;

/** What the output goes to. */
final class Terminal {
    private Terminal() {}

    /** Whether a person watches who can be shown lines that change in place. */
    static boolean isLive() {
        Console console = System.console();
        boolean dumb = "dumb".equals(System.getenv("TERM")) || System.getenv("NO_COLOR") != null;
        return console != null && console.isTerminal() && !dumb;
    }
}
