package dev.triad.cli.completion;

import dev.triad.cli.ExitCode;
import dev.triad.cli.terminal.Output;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code triad completion} prints the script by which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints the script by which a shell completes commands and options.",
        sortOptions = false,
        footer = {
            "",
            "To have it in every new shell, from the project's folder:",
            "  echo \"source <($PWD/triad completion bash)\" >> ~/.bashrc",
            "  echo \"source <($PWD/triad completion zsh)\" >> ~/.zshrc"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that read the script, which is one for both: zsh runs it as bash would. */
    enum Shell {
        BASH,
        ZSH;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell;

    @Override
    public Integer call() {
        CommandLine whole = new CommandLine(spec.root().userObject().getClass());
        whole.addSubcommand("test", new CommandLine(new Tests()));
        whole.addSubcommand("fuzz", new CommandLine(new Fuzz()));
        Output output = new Output(spec.commandLine().getOut());
        output.text(AutoComplete.bash("triad", whole));
        output.flush();
        return ExitCode.OK;
    }

    /** What the script {@code ./triad} does by itself, by Maven. */
    @Command(name = "test")
    private static final class Tests {}

    /** The other one. */
    @Command(name = "fuzz")
    private static final class Fuzz {
        @Option(names = "--minutes")
        private int minutes;
    }
}
