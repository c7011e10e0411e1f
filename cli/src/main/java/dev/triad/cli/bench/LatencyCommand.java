package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code triad bench latency}. */
@Command(
        name = "latency",
        description = "How long it takes from an event being due until a balance asked for over HTTP includes it, at"
                + " fixed rates that wait for nobody.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad bench latency --rates 1000,10000"})
final class LatencyCommand implements Callable<Integer> {
    @Mixin
    private final LatencyOptions latency = new LatencyOptions();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        latency.check();
        options.write(options.report()
                .latency(new Latency(options, latency).measure(System.out))
                .end());
        return ExitCode.OK;
    }
}
