package dev.triad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TriadTest {
    private final StringWriter shown = new StringWriter();
    private final CommandLine commandLine =
            Triad.commandLine().setErr(new PrintWriter(shown, true)).setOut(new PrintWriter(shown, true));

    @ParameterizedTest
    @ValueSource(strings = {"", "fly", "up --wings", "up --store-port=much"})
    void answersWhatItDoesNotUnderstandWithHelp(String arguments) {
        int exitCode = commandLine.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(shown.toString()).contains("Usage: triad");
    }

    @Test
    void showsAFailureAsASentenceWithoutAStackTrace() {
        int exitCode = commandLine.execute("up", "--store-port=0", "--data-dir=target/unused");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(shown).hasToString("--store-port must be 1 to 65535, not 0." + System.lineSeparator());
    }

    @Test
    void showsAnExampleOfEveryCommandAndTheExitCodesInItsHelp() {
        List<CommandLine> commands = people(commandLine).toList();

        assertThat(commands).hasSizeGreaterThan(20);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .as(name)
                    .contains("  ./" + name, "Exit codes:");
        }
    }

    /** Every command and its own commands, but those that are not for people. */
    private static Stream<CommandLine> people(CommandLine of) {
        return of.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .filter(command -> !command.getCommandName().matches("help|completion"))
                .flatMap(command -> Stream.concat(Stream.of(command), people(command)));
    }

    @Test
    void standsInTheProjectsFolder() {
        assertThat(Files.exists(Home.find().resolve("triad"))).isTrue();
    }
}
