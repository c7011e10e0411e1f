package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One drain of a full log into an empty database, by a ledger that is started for it.
 *
 * @param readySeconds from the ledger's launch until it said that it was ready
 * @param firstBatchSeconds from the ledger's launch until its first batch was on the books
 * @param wholeSeconds from the ledger's launch until everything was
 * @param steadySeconds from the first batch until everything was on the books and nothing waited any more
 * @param settleSeconds the part of that after the end of the log had been reached, for what waited
 * @param steadyRecords the records that were posted in that time
 * @param bytes what the database takes on the disk afterwards
 * @param ceilingSeconds how long the same entries took by COPY without an index; NaN when that was not measured
 * @param processors the processor seconds of each component during the drain
 * @param memory the bytes that each component held after the drain
 */
record DrainRound(
        double readySeconds,
        double firstBatchSeconds,
        double wholeSeconds,
        double steadySeconds,
        double settleSeconds,
        long steadyRecords,
        long bytes,
        double ceilingSeconds,
        Map<Component, Double> processors,
        Map<Component, Long> memory) {
    private static final List<Component> MEASURED = List.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER);
    private static final double NANOS_A_SECOND = 1e9;

    /**
     * Runs a round. The broker is up with the log; the database is made anew. Both go on running afterwards, the ledger
     * does not.
     *
     * @throws CommandException when the books are not what the workload knows them to come to
     */
    static DrainRound run(PrivateStack stack, Backlog backlog, boolean ceiling, Progress progress)
            throws IOException, InterruptedException, SQLException {
        stack.stop(Component.POSTGRES);
        stack.discard(Component.POSTGRES);
        stack.start(Component.POSTGRES);
        int database = stack.port(Component.POSTGRES);
        try (Books books = Books.open(database);
                LedgerApi api = new LedgerApi(stack.port(Component.LEDGER))) {
            Map<Component, Double> before = processors(stack, List.of(Component.KAFKA, Component.POSTGRES));
            long launch = System.nanoTime();
            Ended ended = drain(stack, backlog, books, progress);
            Map<Component, Double> processors = processors(stack, MEASURED);
            before.forEach((component, seconds) -> processors.merge(component, -seconds, Double::sum));
            Map<Component, Long> memory = new EnumMap<>(Component.class);
            MEASURED.forEach(component -> memory.put(component, stack.memoryBytes(component)));
            Proof.require(backlog.expectation(), backlog.settings().group(), books, api);
            long bytes = books.bytes();
            stack.stop(Component.LEDGER);
            IntakeWatch.Seen seen = ended.seen();
            return new DrainRound(
                    seconds(ended.ready().toNanos()),
                    seconds(seen.firstNanos() - launch),
                    seconds(seen.settledNanos() - launch),
                    seconds(seen.settledNanos() - seen.firstNanos()),
                    seconds(seen.settledNanos() - seen.postedNanos()),
                    backlog.expectation().records() - seen.firstRecords(),
                    bytes,
                    ceiling
                            ? seconds(new Ceiling(database, stack.folder())
                                    .measure()
                                    .toNanos())
                            : Double.NaN,
                    processors,
                    memory);
        }
    }

    double eventsPerSecond() {
        return steadyRecords / steadySeconds;
    }

    private record Ended(Duration ready, IntakeWatch.Seen seen) {}

    private static Ended drain(PrivateStack stack, Backlog backlog, Books books, Progress progress)
            throws IOException, InterruptedException, SQLException {
        try (ExecutorService watching = Executors.newVirtualThreadPerTaskExecutor();
                Progress.Bar bar =
                        progress.start("drain", "records", backlog.expectation().records())) {
            Future<IntakeWatch.Seen> seen = watching.submit(
                    () -> new IntakeWatch(books, backlog.expectation().records()).await(bar::to));
            try {
                Duration ready = stack.start(Component.LEDGER);
                return new Ended(ready, seen.get());
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case CommandException why -> throw why;
                    case SQLException sql -> throw sql;
                    case null, default -> throw new IllegalStateException(e.getCause());
                }
            } finally {
                seen.cancel(true);
            }
        }
    }

    private static Map<Component, Double> processors(PrivateStack stack, List<Component> components) {
        Map<Component, Double> seconds = new EnumMap<>(Component.class);
        components.forEach(component -> seconds.put(component, ProcessorTime.seconds(stack.process(component))));
        return seconds;
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_A_SECOND;
    }
}
