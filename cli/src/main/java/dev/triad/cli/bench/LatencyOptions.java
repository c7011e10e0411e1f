package dev.triad.cli.bench;

import dev.triad.cli.workload.WorkloadSettings;
import java.util.List;
import picocli.CommandLine.Option;

/** What is asked of {@link Latency}. */
final class LatencyOptions {
    /** So that a second is enough for a group, its rates and some trade. */
    private static final int RATE_LEAST = 100;

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "N",
            defaultValue = "1000,10000",
            description = "Events a second to send; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private List<Integer> rates;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long times are taken at each rate; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many seconds events are sent before that; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many records the ledger works through before; default: ${DEFAULT-VALUE}.")
    private long backlog;

    /** Refuses what cannot be measured, before anything starts. */
    void check() {
        rates.forEach(rate -> BenchOptions.atLeast(RATE_LEAST, "--rates", rate));
        BenchOptions.atLeast(1, "--seconds", seconds);
        BenchOptions.atLeast(0, "--warm-up", warmUpSeconds);
        BenchOptions.atLeast(WorkloadSettings.RECORDS_LEAST, "--backlog", backlog);
    }

    long backlog() {
        return backlog;
    }

    List<Integer> rates() {
        return List.copyOf(rates);
    }

    int seconds() {
        return seconds;
    }

    int warmUpSeconds() {
        return warmUpSeconds;
    }
}
