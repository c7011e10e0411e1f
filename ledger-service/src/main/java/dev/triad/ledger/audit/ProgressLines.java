package dev.triad.ledger.audit;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Progress for people: in place on a terminal, a line now and then elsewhere. */
final class ProgressLines implements Progress {
    private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long told = begun;

    ProgressLines(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void at(long records, long total, long entries) {
        long now = System.nanoTime();
        if (now - told < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        told = now;
        long rate = records * TimeUnit.SECONDS.toNanos(1) / Math.max(1, now - begun);
        String line = String.format(
                Locale.ROOT, "%,d of %,d records, %,d entries, %,d records/s", records, total, entries, rate);
        out.print(terminal ? "\r" + line + " " : line + System.lineSeparator());
        out.flush();
    }

    /** Makes room for what comes after. */
    void end() {
        if (terminal) {
            out.println();
        }
    }
}
