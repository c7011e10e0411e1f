package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code triad bench drain}. */
@Command(
        name = "drain",
        description = "How fast a full log gets onto the books, durable and right to the last unit, and which part that"
                + " is of what COPY alone does with the same rows.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad bench drain --events 1000000 --rounds 3 --json drain.json"})
final class DrainCommand implements Callable<Integer> {
    @Mixin
    private final DrainOptions drain = new DrainOptions();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        drain.check();
        options.write(options.report()
                .drain(new Drain(options, drain).measure(System.out))
                .end());
        return ExitCode.OK;
    }
}
