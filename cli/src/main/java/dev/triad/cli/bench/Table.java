package dev.triad.cli.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as people read them: one a line, its median with its spread. */
final class Table {
    private static final int DIGITS = 3;

    private final List<String> lines = new ArrayList<>();

    Table title(String title) {
        lines.add("");
        lines.add(title);
        return this;
    }

    Table head() {
        lines.add("  %-38s %12s %12s %12s".formatted("", "median", "min", "max"));
        return this;
    }

    Table row(String what, String unit, Spread spread) {
        lines.add("  %-38s %12s %12s %12s  %s"
                .formatted(what, number(spread.median()), number(spread.min()), number(spread.max()), unit));
        return this;
    }

    Table row(String what, String unit, double value) {
        lines.add(
                "  %-38s %12s %25s  %s".formatted(what, number(value), "", unit).stripTrailing());
        return this;
    }

    void print(PrintStream out) {
        lines.forEach(out::println);
    }

    /** Three digits that count, or all of them before the point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        int magnitude = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, DIGITS - 1 - Math.max(0, magnitude));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
