package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.workload.WorkloadSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code triad bench drain}. */
@Command(
        name = "drain",
        description = "How fast a full log gets onto the books, durable and right to the last unit, and which part that"
                + " is of what COPY alone does with the same rows.",
        sortOptions = false)
final class DrainCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many records the log holds; default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(
            names = "--ceiling",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to measure what COPY alone does, too; default: ${DEFAULT-VALUE}.")
    private boolean ceiling;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = System.out;
        DrainReport report = measure(options, events, ceiling, out);
        print(report, out);
        options.write(new BenchReport(Machine.here(), report));
        return ExitCode.OK;
    }

    private static DrainReport measure(BenchOptions options, long events, boolean ceiling, PrintStream out)
            throws InterruptedException {
        WorkloadSettings settings = options.workload(events);
        int rounds = options.rounds();
        return BenchRun.with(options, events, out, stack -> {
            Progress progress = new ConsoleProgress(out);
            Backlog backlog = Backlog.start(stack, settings, progress);
            List<DrainRound> measured = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                DrainRound result = DrainRound.run(stack, backlog, ceiling, progress);
                measured.add(result);
                out.printf("Round %d of %d: %s events/s%n", round, rounds, Table.number(result.eventsPerSecond()));
            }
            return DrainReport.of(backlog.expectation(), measured);
        });
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
