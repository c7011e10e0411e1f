package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.triad.cli.Triad;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The document on the import says what the import does. */
class ImportDocumentTest {
    private static final String COMMAND = "./triad ";

    static Stream<String> commands() throws IOException {
        return lines().filter(line -> line.startsWith(COMMAND));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsUnderstood(String command) {
        String[] arguments = command.substring(COMMAND.length()).split(" ", -1);

        assertThatCode(() -> Triad.commandLine().parseArgs(arguments)).doesNotThrowAnyException();
    }

    @Test
    void everyEventIsOne() throws IOException {
        StructuredEvents events = new StructuredEvents(new EventCodec());

        assertThat(lines().filter(line -> line.startsWith("{"))).hasSize(2).allSatisfy(events::parse);
    }

    @ParameterizedTest
    @CsvSource({
        "online-retail,store/online_retail_2010-12_2011-08.csv.gz",
        "focus,cloud/focus_1.0_sample.csv",
        "azure-llm,cloud/AzureLLMInferenceTrace_conv.csv.gz",
        "slurp,device/slurp_interactions.csv",
        "annual-report,figures/amazon_segments.csv",
    })
    void everyReportIsWhatTheRealFileGives(String format, String file) throws IOException {
        Path real = Imported.real(file);
        StringWriter out = new StringWriter();
        CommandLine commandLine = Triad.commandLine().setOut(new PrintWriter(out, true));

        commandLine.execute("import", format, real.toString(), "--group", "acme", "--dry-run");

        List<String> report = reportOn(format);
        assertThat(report).hasSizeGreaterThan(2);
        assertThat(out.toString().lines().limit(report.size())).isEqualTo(report);
    }

    /** The first report in the section of a format. */
    private static List<String> reportOn(String format) throws IOException {
        List<String> report = new ArrayList<>();
        for (String line : lines().dropWhile(line -> !line.equals("## " + format))
                .dropWhile(line -> !line.equals("```text"))
                .skip(1)
                .toList()) {
            if (line.equals("```")) {
                return report;
            }
            report.add(line);
        }
        throw new AssertionError("no report on " + format);
    }

    private static Stream<String> lines() throws IOException {
        return Arrays.stream(
                Files.readString(Path.of("..", "docs", "import.md")).split("\n", -1));
    }
}
