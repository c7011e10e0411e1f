package dev.triad.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triad bench}: measures the ledger as it is packaged, on a broker and a database of its own. */
@Command(
        name = "bench",
        description = "Measures the ledger on this machine, with a broker and a database of its own.",
        subcommands = DrainCommand.class)
public final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    /** Without a measurement there is nothing to do: shows the help, and counts as wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be measured is missing.");
    }
}
