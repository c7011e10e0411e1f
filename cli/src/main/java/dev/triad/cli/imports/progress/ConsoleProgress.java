package dev.triad.cli.imports.progress;

import java.io.Console;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar with rate and time left. On a terminal it moves in place; where the output goes to a file or a log, it
 * is a plain line every few seconds.
 */
public final class ConsoleProgress implements Progress {
    private static final int WIDTH = 110;
    private static final int TERMINAL_INTERVAL_MILLIS = 200;
    private static final int PLAIN_INTERVAL_MILLIS = 5_000;

    private final PrintStream out;
    private final boolean terminal;

    public ConsoleProgress(PrintStream out) {
        this.out = out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public Bar start(String task, String unit, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit.equals("bytes") ? " KiB" : " " + unit, unit.equals("bytes") ? 1_024 : 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(terminal ? TERMINAL_INTERVAL_MILLIS : PLAIN_INTERVAL_MILLIS)
                .setConsumer(terminal ? new ConsoleProgressBarConsumer(out, WIDTH) : plainLines())
                .build();
        return new Bar() {
            @Override
            public void to(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** The library writes its first line before anything was done and its last one twice; neither helps a log. */
    private DelegatingProgressBarConsumer plainLines() {
        AtomicReference<String> last = new AtomicReference<>("");
        return new DelegatingProgressBarConsumer(
                line -> {
                    if (!line.contains(" 0% ") && !line.equals(last.getAndSet(line))) {
                        out.println(line.stripTrailing());
                    }
                },
                WIDTH);
    }
}
