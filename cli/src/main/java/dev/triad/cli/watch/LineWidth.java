package dev.triad.cli.watch;

import dev.triad.cli.terminal.Terminal;
import java.time.Duration;

/** How wide a line may be: as wide as the terminal, which may change, and without bound where there is none. */
final class LineWidth {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final boolean terminal;
    private int max = Integer.MAX_VALUE;
    private long askedAt;

    private LineWidth(boolean terminal) {
        this.terminal = terminal;
        ask();
    }

    static LineWidth ofOutput() {
        return new LineWidth(Terminal.isTerminal());
    }

    int max() {
        if (terminal && System.nanoTime() - askedAt > FRESH.toNanos()) {
            ask();
        }
        return max;
    }

    private void ask() {
        askedAt = System.nanoTime();
        max = terminal ? Terminal.width().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }
}
