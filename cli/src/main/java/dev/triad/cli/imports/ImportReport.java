package dev.triad.cli.imports;

import dev.triad.cli.imports.Classification.Total;
import dev.triad.cli.imports.delivery.Delivered;
import dev.triad.events.CloudEvent;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The closing report: what the file held, what of it was posted, and what was not and why. */
final class ImportReport {
    private static final int DECIMALS_MAX = 18;
    private static final int RESTATED_SHOWN_MAX = 20;

    private final PrintWriter out;
    private final String measure;

    /**
     * A report.
     *
     * @param out where it goes
     * @param measure what the amounts of the classes count
     */
    ImportReport(PrintWriter out, String measure) {
        this.out = out;
        this.measure = measure;
    }

    /** Prints all of it; a dry run has no events delivered to tell of. */
    void print(ImportResult result, boolean dryRun, String waitingHint) {
        printClasses(result.classes());
        printRejects(result.rejects());
        if (dryRun) {
            line(
                    "events: %,d; nothing was sent, since this is a dry run",
                    result.delivered().events());
        } else {
            printDelivered(result.delivered(), waitingHint);
        }
        long lines = result.classes().all().lines() + result.rejects().count();
        line("%,d lines in %.1f s, %,.0f a second", lines, result.seconds(), lines / Math.max(result.seconds(), 0.001));
        out.flush();
    }

    void printRejects(Rejects rejects) {
        if (rejects.count() == 0) {
            return;
        }
        line("rejected: %,d lines", rejects.count());
        rejects.shown().forEach(message -> line("  %s", message));
        long more = rejects.count() - rejects.shown().size();
        if (more > 0) {
            line("  and %,d more; --rejects FILE writes them all", more);
        }
        out.flush();
    }

    private void printClasses(Classification classification) {
        List<Total> classes = classification.classes();
        List<Total> rows = new ArrayList<>(classes);
        rows.add(classification.all());
        int decimals = rows.stream().mapToInt(ImportReport::decimals).max().orElse(0);
        int nameWidth = width("class", rows.stream().map(Total::name));
        int amountWidth = width(measure, rows.stream().map(row -> number(row.amount(), decimals)));
        String layout = "%-" + nameWidth + "s  %12s  %" + amountWidth + "s  %s";
        line(layout, "class", "lines", measure, "posted as");
        for (Total row : rows) {
            String lines = String.format(Locale.ROOT, "%,d", row.lines());
            line(layout, row.name(), lines, number(row.amount(), decimals), row.becomes());
        }
        for (Total note : classification.notes()) {
            line("%s: %,d, %s %s", note.name(), note.lines(), number(note.amount(), decimals), measure);
        }
    }

    private void printDelivered(Delivered delivered, String waitingHint) {
        line("events: %,d; already known: %,d, new: %,d", delivered.events(), delivered.known(), delivered.sent());
        printRestated(delivered.restated());
        if (delivered.unasked() > 0) {
            line("  %,d were sent without asking, since the ledger did not answer", delivered.unasked());
        }
        if (delivered.waited()) {
            line(
                    "ledger: posted: %,d, waiting: %,d, quarantined: %,d",
                    delivered.posted(), delivered.waiting(), delivered.quarantined());
        }
        if (delivered.waiting() > 0 && delivered.waited()) {
            line("  %s", waitingHint);
        }
        if (delivered.unknown() > 0 && delivered.waited()) {
            line("  %,d are in Kafka but not in the ledger yet; it takes them up when it runs", delivered.unknown());
        }
    }

    private void printRestated(List<CloudEvent> restated) {
        if (restated.isEmpty()) {
            return;
        }
        line("  %,d of the known say something else than the ledger has; what it has stands,", restated.size());
        line("  and what was sent now goes into quarantine as id-reused:");
        restated.stream()
                .limit(RESTATED_SHOWN_MAX)
                .forEach(event -> line(
                        "    %s %s %s %s",
                        event.source(), event.time(), event.type().typeName(), event.id()));
        if (restated.size() > RESTATED_SHOWN_MAX) {
            line("    and %,d more", restated.size() - RESTATED_SHOWN_MAX);
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private static int decimals(Total total) {
        return Math.clamp(total.amount().stripTrailingZeros().scale(), 0, DECIMALS_MAX);
    }

    private static int width(String title, Stream<String> texts) {
        return Math.max(title.length(), texts.mapToInt(String::length).max().orElse(0));
    }

    private static String number(BigDecimal amount, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
    }
}
