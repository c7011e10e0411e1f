package dev.triad.cli.bench;

import dev.triad.cli.workload.WorkloadSettings;
import picocli.CommandLine.Option;

/** What is asked of {@link Query}. */
final class QueryOptions {
    @Option(
            names = "--stored",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many records are on the books when the questions begin; default: ${DEFAULT-VALUE}.")
    private long stored;

    @Option(
            names = "--added",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "How many more are posted in each round while questions are asked; default: ${DEFAULT-VALUE}.")
    private long added;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many ask at the same time; default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--slice",
            paramLabel = "MILLIS",
            defaultValue = "1000",
            description = "How long one kind of question is asked before the next; default: ${DEFAULT-VALUE}.")
    private int sliceMillis;

    @Option(
            names = "--warm-up-questions",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long each kind of question is asked before times are taken; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    /** Refuses what cannot be measured, before anything starts. */
    void check() {
        BenchOptions.atLeast(WorkloadSettings.RECORDS_LEAST, "--stored", stored);
        BenchOptions.atLeast(WorkloadSettings.RECORDS_LEAST, "--added", added);
        BenchOptions.atLeast(1, "--clients", clients);
        BenchOptions.atLeast(1, "--slice", sliceMillis);
        BenchOptions.atLeast(0, "--warm-up-questions", warmUpSeconds);
    }

    long stored() {
        return stored;
    }

    long added() {
        return added;
    }

    int clients() {
        return clients;
    }

    int warmUpSeconds() {
        return warmUpSeconds;
    }

    int sliceMillis() {
        return sliceMillis;
    }
}
