package dev.triad.cli;

import dev.triad.cli.bench.BenchCommand;
import dev.triad.cli.imports.ImportCommand;
import dev.triad.cli.prepare.PrepareCommand;
import dev.triad.cli.stack.DownCommand;
import dev.triad.cli.stack.ResetCommand;
import dev.triad.cli.stack.StatusCommand;
import dev.triad.cli.stack.UpCommand;
import dev.triad.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line's entry: every command is a class of its own, registered here by name. */
@Command(
        name = "triad",
        description = "Which business unit pays for which, continuously and from the events themselves.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            PrepareCommand.class,
            ImportCommand.class,
            BenchCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
public final class Triad implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, so that a test may call a command as a shell would. */
    public static CommandLine commandLine() {
        return new CommandLine(new Triad())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Triad::sayWhy);
    }

    private static int sayWhy(Exception e, CommandLine commandLine, ParseResult arguments) throws Exception {
        if (e instanceof CommandException why) {
            commandLine.getErr().println(why.getMessage());
            return why.exitCode();
        }
        throw e;
    }

    /** Without a command there is nothing to do: shows the help, and counts as wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
