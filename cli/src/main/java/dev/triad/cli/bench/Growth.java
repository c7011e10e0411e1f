package dev.triad.cli.bench;

import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures what an event costs as the books grow. */
final class Growth {
    private static final double MILLION = 1e6;

    private final BenchOptions options;
    private final long events;
    private final long slice;

    Growth(BenchOptions options, long events, long slice) {
        this.options = options;
        this.events = events;
        this.slice = slice;
    }

    GrowthReport measure(PrintStream out) throws InterruptedException {
        GrowthReport report = BenchRun.with(options, events, out, stack -> measure(stack, new ConsoleProgress(out)));
        print(report, out);
        return report;
    }

    private GrowthReport measure(PrivateStack stack, Progress progress)
            throws IOException, InterruptedException, SQLException {
        Backlog backlog = Backlog.start(stack, options.workload(events), progress);
        stack.discard(Component.POSTGRES);
        stack.start(Component.POSTGRES);
        try (Books books = Books.open(stack.port(Component.POSTGRES));
                LedgerApi api = new LedgerApi(stack.port(Component.LEDGER));
                Progress.Bar bar =
                        progress.start("drain", "records", backlog.expectation().records())) {
            stack.start(Component.LEDGER);
            Slices slices = new Slices(stack);
            new IntakeWatch(books, backlog.expectation().records()).await(posted -> {
                bar.to(posted);
                slices.posted(posted);
            });
            Proof.require(backlog.expectation(), backlog.settings().group(), books, api);
            return new GrowthReport(
                    backlog.expectation().records(),
                    books.bytes() / (double) backlog.expectation().events(),
                    List.copyOf(slices.done));
        }
    }

    /** Cuts the drain into slices as it goes on. */
    private final class Slices {
        private final PrivateStack stack;
        private final List<GrowthReport.Slice> done = new ArrayList<>();
        private long from;
        private long beginNanos;
        private double beginProcessors;

        Slices(PrivateStack stack) {
            this.stack = stack;
        }

        /** What was posted before the first look belongs to no slice: nobody knows how long it took. */
        void posted(long records) {
            if (from > 0 && records - from < slice) {
                return;
            }
            long nanos = System.nanoTime();
            double processors = processors();
            if (from > 0) {
                double count = records - from;
                done.add(new GrowthReport.Slice(
                        from,
                        count * TimeUnit.SECONDS.toNanos(1) / (nanos - beginNanos),
                        (processors - beginProcessors) * MILLION / count));
            }
            from = records;
            beginNanos = nanos;
            beginProcessors = processors;
        }

        private double processors() {
            double seconds = 0;
            for (Component component : List.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER)) {
                seconds += ProcessorTime.seconds(stack.process(component));
            }
            return seconds;
        }
    }

    private static void print(GrowthReport report, PrintStream out) {
        out.printf(
                "%nDrain of %,d records, slice by slice; every balance is right; %.0f bytes stored an event%n",
                report.records(), report.bytesPerEvent());
        out.printf("  %14s %14s %28s%n", "records before", "events/s", "processor s/million events");
        for (GrowthReport.Slice slice : report.slices()) {
            out.printf(
                    "  %,14d %14s %28s%n",
                    slice.recordsBefore(),
                    Table.number(slice.eventsPerSecond()),
                    Table.number(slice.processorSecondsPerMillionEvents()));
        }
    }
}
