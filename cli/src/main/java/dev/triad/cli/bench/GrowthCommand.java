package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import dev.triad.cli.workload.WorkloadSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code triad bench growth}. */
@Command(
        name = "growth",
        description = "What an event costs as the books grow: one long drain, its speed and its processor time slice by"
                + " slice.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad bench growth --events 50000000"})
final class GrowthCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "50000000",
            description = "How many records the log holds; default: ${DEFAULT-VALUE}, which takes some 40 GiB of disk.")
    private long events;

    @Option(
            names = "--slice",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many records a slice has; default: ${DEFAULT-VALUE}.")
    private long slice;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.atLeast(WorkloadSettings.RECORDS_LEAST, "--events", events);
        BenchOptions.atLeast(1, "--slice", slice);
        options.write(options.report()
                .growth(new Growth(options, events, slice).measure(System.out))
                .end());
        return ExitCode.OK;
    }
}
