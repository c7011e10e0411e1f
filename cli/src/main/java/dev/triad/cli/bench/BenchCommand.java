package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code triad bench}: measures the ledger as it is packaged, on a broker and a database of its own. */
@Command(
        name = "bench",
        description = {
            "Measures the ledger on this machine, with a broker and a database of its own.",
            "Without a name it takes every measurement but growth, one after the other; give it an hour of a machine"
                    + " that does nothing else."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad bench",
            "  ./triad bench drain --events 1000000 --rounds 3 --json drain.json"
        },
        subcommands = {
            DrainCommand.class,
            LatencyCommand.class,
            QueryCommand.class,
            StartupCommand.class,
            GrowthCommand.class
        })
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private final DrainOptions drain = new DrainOptions();

    @Mixin
    private final LatencyOptions latency = new LatencyOptions();

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    /** Takes all of them; what was measured is written after each, so that nothing is lost should a later one fail. */
    @Override
    public Integer call() throws InterruptedException {
        options.check();
        drain.check();
        latency.check();
        query.check();
        PrintStream out = System.out;
        BenchReport.Builder report = options.report();
        options.write(report.startup(new Startup(options).measure(out)).end());
        options.write(report.drain(new Drain(options, drain).measure(out)).end());
        options.write(report.latency(new Latency(options, latency).measure(out)).end());
        options.write(report.query(new Query(options, query).measure(out)).end());
        return ExitCode.OK;
    }
}
