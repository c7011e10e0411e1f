package dev.triad.cli.bench;

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

    long events() {
        return events;
    }

    boolean ceiling() {
        return ceiling;
    }
}
