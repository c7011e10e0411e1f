package dev.triad.cli.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** What is asked of {@link Latency}. */
final class LatencyOptions {
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
            defaultValue = "10",
            description = "How many seconds events are sent before that; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "500000",
            description = "How many records the ledger works through before; default: ${DEFAULT-VALUE}.")
    private long backlog;

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
