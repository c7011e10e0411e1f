package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code triad bench startup}. */
@Command(
        name = "startup",
        description = "How long each component takes to be ready, and the memory that it holds then.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad bench startup"})
final class StartupCommand implements Callable<Integer> {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        options.write(options.report()
                .startup(new Startup(options).measure(System.out))
                .end());
        return ExitCode.OK;
    }
}
