package dev.triad.cli.bench;

import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.workload.WorkloadSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Measures how fast a full log gets onto the books. */
final class Drain {
    private final BenchOptions options;
    private final DrainOptions drain;

    Drain(BenchOptions options, DrainOptions drain) {
        this.options = options;
        this.drain = drain;
    }

    DrainReport measure(PrintStream out) throws InterruptedException {
        WorkloadSettings settings = options.workload(drain.events());
        int rounds = options.rounds();
        DrainReport report = BenchRun.with(options, drain.events(), out, stack -> {
            Progress progress = new ConsoleProgress(out);
            Backlog backlog = Backlog.start(stack, settings, progress);
            List<DrainRound> measured = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                DrainRound result = DrainRound.run(stack, backlog, drain.ceiling(), progress);
                measured.add(result);
                out.printf("Round %d of %d: %s events/s%n", round, rounds, Table.number(result.eventsPerSecond()));
            }
            return DrainReport.of(backlog.expectation(), measured);
        });
        print(report, out);
        return report;
    }

    private static void print(DrainReport report, PrintStream out) {
        Table table = new Table()
                .title("Drain of %,d records: %,d events, %,d postings; every balance is right"
                        .formatted(report.records(), report.events(), report.postings()))
                .head()
                .row("events posted", "events/s", report.eventsPerSecond())
                .row("postings made", "postings/s", report.postingsPerSecond());
        if (report.ceilingRatio() != null && report.ceilingRowsPerSecond() != null) {
            table.row("entries by COPY alone, no index", "rows/s", report.ceilingRowsPerSecond())
                    .row("of that ceiling", "", report.ceilingRatio());
        }
        table.row("ledger ready after", "s", report.readySeconds())
                .row("first batch on the books after", "s", report.firstBatchSeconds())
                .row("everything on the books after", "s", report.wholeSeconds())
                .row("of which for what had to wait", "s", report.settleSeconds())
                .row("stored", "bytes/event", report.bytesPerEvent());
        report.processorSecondsPerMillionEvents()
                .forEach((component, spread) -> table.row(component + ": processor time", "s/million events", spread));
        report.memoryMebibytes().forEach((component, spread) -> table.row(component + ": memory", "MiB", spread));
        table.print(out);
    }
}
