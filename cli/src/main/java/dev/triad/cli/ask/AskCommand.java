package dev.triad.cli.ask;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks the ledger one thing and prints the answer. */
abstract class AskCommand implements Callable<Integer> {
    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    abstract Report ask(LedgerClient client);

    @Override
    public final Integer call() {
        try (LedgerClient client = ledger.open()) {
            output.print(ask(client));
            return ExitCode.OK;
        }
    }
}
