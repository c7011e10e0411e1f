package dev.triad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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
    void standsInTheProjectsFolder() {
        assertThat(Files.exists(Home.find().resolve("triad"))).isTrue();
    }
}
