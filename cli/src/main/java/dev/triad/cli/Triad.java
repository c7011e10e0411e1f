package dev.triad.cli;

import dev.triad.cli.access.TokenCommand;
import dev.triad.cli.ask.AccountsCommand;
import dev.triad.cli.ask.BooksCommand;
import dev.triad.cli.ask.ClaimsCommand;
import dev.triad.cli.ask.StatementCommand;
import dev.triad.cli.ask.SubsidiesCommand;
import dev.triad.cli.ask.TestsCommand;
import dev.triad.cli.bench.BenchCommand;
import dev.triad.cli.completion.CompletionCommand;
import dev.triad.cli.explain.ExplainCommand;
import dev.triad.cli.export.ExportCommand;
import dev.triad.cli.imports.ImportCommand;
import dev.triad.cli.prepare.PrepareCommand;
import dev.triad.cli.stack.DownCommand;
import dev.triad.cli.stack.ResetCommand;
import dev.triad.cli.stack.StatusCommand;
import dev.triad.cli.stack.UpCommand;
import dev.triad.cli.terminal.OutputClosedException;
import dev.triad.cli.verify.VerifyCommand;
import dev.triad.cli.watch.WatchCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:what was asked for is done",
            "1:it is not, and standard error says why",
            "2:the command was not understood, or the ledger does not take what was asked",
            "3:nothing is running that could be asked",
            "4:a stack is running already",
            "5:the ledger wants a token, or does not let its holder do that"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            PrepareCommand.class,
            WatchCommand.class,
            AccountsCommand.class,
            StatementCommand.class,
            ExplainCommand.class,
            SubsidiesCommand.class,
            TestsCommand.class,
            ClaimsCommand.class,
            BooksCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            TokenCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Triad implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    public static void main(String[] args) {
        // What other programs read is UTF-8 wherever it is made.
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        int exitCode = commandLine().setOut(out).execute(args);
        out.flush();
        System.exit(exitCode);
    }

    /** The whole command line, so that a test may call a command as a shell would. */
    public static CommandLine commandLine() {
        return new CommandLine(new Triad())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Triad::sayWhy);
    }

    private static int sayWhy(Exception e, CommandLine commandLine, ParseResult arguments) throws Exception {
        if (e instanceof OutputClosedException) {
            return ExitCode.OK;
        }
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
