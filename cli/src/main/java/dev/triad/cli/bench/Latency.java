package dev.triad.cli.bench;

import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.kafka.EventSender;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import dev.triad.cli.workload.WorkloadSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Measures how soon an event is visible, on a ledger that has worked through a backlog before. */
final class Latency {
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

    private final BenchOptions options;
    private final LatencyOptions latency;

    Latency(BenchOptions options, LatencyOptions latency) {
        this.options = options;
        this.latency = latency;
    }

    List<LatencyReport> measure(PrintStream out) throws InterruptedException {
        List<LatencyReport> reports =
                BenchRun.with(options, latency.backlog(), out, stack -> measure(stack, new ConsoleProgress(out)));
        print(reports, out);
        return reports;
    }

    private List<LatencyReport> measure(PrivateStack stack, Progress progress)
            throws IOException, InterruptedException, SQLException {
        Backlog backlog = Backlog.start(stack, options.workload(latency.backlog()), progress);
        Backlog.spoil(stack);
        stack.discard(Component.POSTGRES);
        stack.start(Component.POSTGRES);
        List<LatencyReport> reports = new ArrayList<>();
        try (Books books = Books.open(stack.port(Component.POSTGRES));
                LedgerApi api = new LedgerApi(stack.port(Component.LEDGER));
                EventSender sender = EventSender.steady(Backlog.servers(stack.port(Component.KAFKA)), "triad-bench")) {
            stack.start(Component.LEDGER);
            try (Progress.Bar bar = progress.start("drain", "records", latency.backlog())) {
                new IntakeWatch(books, backlog.expectation().records()).await(bar::to);
            }
            for (int rate : latency.rates()) {
                List<Histogram> rounds = new ArrayList<>();
                List<Histogram> asking = new ArrayList<>();
                List<Double> sent = new ArrayList<>();
                for (int round = 1; round <= options.rounds(); round++) {
                    LatencyRound.Result result = new LatencyRound(api, sender, settings(rate, round), rate)
                            .run(books, latency.warmUpSeconds(), progress);
                    rounds.add(result.micros());
                    asking.add(result.askingMicros());
                    sent.add(result.sentPerSecond());
                }
                reports.add(new LatencyReport(rate, Spread.of(sent), Percentiles.of(rounds), Percentiles.of(asking)));
            }
        }
        return reports;
    }

    /** A group of its own for each round, so that what it posts can be told from all before; within a day. */
    private WorkloadSettings settings(int rate, int round) {
        long records = (long) rate * (latency.warmUpSeconds() + latency.seconds());
        return new WorkloadSettings(
                "at-%d-%d".formatted(rate, round), options.seed() + round, records, START, Duration.ofDays(1));
    }

    private static void print(List<LatencyReport> reports, PrintStream out) {
        Table table = new Table()
                .title("From due to visible in a balance over HTTP; every balance is right")
                .head();
        for (LatencyReport report : reports) {
            String at = "at %,d events/s: ".formatted(report.eventsPerSecond());
            Percentiles visible = report.visible();
            table.row(at + "really sent", "events/s", report.sentPerSecond())
                    .row(at + "p50", "ms", visible.p50Millis())
                    .row(at + "p99", "ms", visible.p99Millis())
                    .row(at + "p99.9", "ms", visible.p999Millis())
                    .row(at + "longest", "ms", visible.maxMillis())
                    .row(at + "one question, p50", "ms", report.asking().p50Millis());
        }
        table.print(out);
    }
}
