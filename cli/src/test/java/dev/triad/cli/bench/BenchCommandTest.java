package dev.triad.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.ExitCode;
import dev.triad.cli.Triad;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private final StringWriter shown = new StringWriter();
    private final CommandLine commandLine =
            Triad.commandLine().setErr(new PrintWriter(shown, true)).setOut(new PrintWriter(shown, true));

    @Test
    void namesEveryMeasurement() {
        int exitCode = commandLine.execute("bench", "--help");

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(shown.toString()).contains("drain", "latency", "query", "startup", "growth");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    drain   | --events=99 | --events must be 100 or more, not 99.
                    drain   | --rounds=0  | --rounds must be 1 or more, not 0.
                    latency | --rates=5   | --rates must be 100 or more, not 5.
                    latency | --seconds=0 | --seconds must be 1 or more, not 0.
                    query   | --clients=0 | --clients must be 1 or more, not 0.
                    growth  | --slice=0   | --slice must be 1 or more, not 0.
                    """)
    void refusesWhatCannotBeMeasuredBeforeAnythingStarts(String measurement, String option, String sentence) {
        int exitCode = commandLine.execute("bench", measurement, option, "--data-dir=" + folder);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(shown).hasToString(sentence + System.lineSeparator());
        assertThat(folder).isEmptyDirectory();
    }
}
