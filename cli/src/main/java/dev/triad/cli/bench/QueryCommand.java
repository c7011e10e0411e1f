package dev.triad.cli.bench;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code triad bench query}. */
@Command(
        name = "query",
        description = "How quick the ledger answers with many entries stored, idle and while it posts more.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad bench query --stored 10000000"})
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        query.check();
        options.write(options.report()
                .query(new Query(options, query).measure(System.out))
                .end());
        return ExitCode.OK;
    }
}
