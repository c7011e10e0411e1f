package dev.triad.cli.bench;

import dev.triad.cli.workload.WorkloadSettings;
import picocli.CommandLine.Option;

/** What is asked of {@link Drain}. */
final class DrainOptions {
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

    /** Refuses what cannot be measured, before anything starts. */
    void check() {
        BenchOptions.atLeast(WorkloadSettings.RECORDS_LEAST, "--events", events);
    }

    long events() {
        return events;
    }

    boolean ceiling() {
        return ceiling;
    }
}
