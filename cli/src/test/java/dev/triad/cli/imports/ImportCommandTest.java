package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.Triad;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void aDryRunReportsWhatTheFileHolds() {
        int code = run("online-retail", excerpt("online-retail.csv"), "--group", "acme", "--dry-run");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .contains("sale                                    7    61.850  sale")
                .contains("whole file                             21  -140.119")
                .contains("returns matched to their sale: 3, -24.200 GBP")
                .contains("events: 11; nothing was sent, since this is a dry run");
    }

    @Test
    void rejectedLinesAreShownAndWrittenAndDoNotFail() throws IOException {
        Path rejects = folder.resolve("rejects.txt");

        int code = run("cloudevents", excerpt("events.jsonl"), "--dry-run", "--rejects", rejects.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("rejected: 3 lines").contains("  events.jsonl:6: ");
        assertThat(Files.readAllLines(rejects)).hasSize(3).last().asString().startsWith("events.jsonl:6: ");
    }

    @Test
    void manyRejectedLinesAreCountedAndTheFirstTwentyShown() throws IOException {
        Path file = folder.resolve("trace.csv");
        Files.writeString(
                file,
                "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-05-01 10:00:00,1,1\n"
                        + "2023-05-01 10:00:00,many,1\n".repeat(25));

        int code = run("azure-llm", file.toString(), "--group", "acme", "--dry-run");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("rejected: 25 lines")
                .contains("trace.csv:22: ContextTokens is \"many\", which is not a number")
                .doesNotContain("trace.csv:23:")
                .contains("and 5 more; --rejects FILE writes them all");
    }

    @Test
    void strictSendsNothingOfAFileWithABadLine() {
        int code = run("cloudevents", excerpt("events.jsonl"), "--strict");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("rejected: 3 lines").doesNotContain("events: ");
        assertThat(err.toString()).contains("nothing was sent, since --strict allows no rejected line");
    }

    @Test
    void strictTakesAFileWithoutOne() {
        assertThat(run("slurp", excerpt("slurp.csv"), "--group", "acme", "--strict", "--dry-run"))
                .isZero();
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence() {
        assertThat(run("focus", excerpt("slurp.csv"), "--group", "acme", "--dry-run"))
                .isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("slurp.csv has no column BilledCost");
    }

    @Test
    void withoutABrokerItSaysWhatToDo() {
        int code =
                run("slurp", excerpt("slurp.csv"), "--group", "acme", "--bootstrap-servers", "no-such-host.invalid:1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("no Kafka broker answers at no-such-host.invalid:1; start the stack with ./triad up");
    }

    @Test
    void anAnnualReportNeedsNoGroupSinceItsLayoutTellsWhose() {
        int code = run("annual-report", excerpt("annual-report-june.csv"), "--include-unsourced", "--dry-run");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .contains("operating income in microsoft-reported: 1, 139,000,000 USD")
                .contains("operating income in microsoft-reported-unsourced: 1, 183,000,000 USD")
                .contains("events: 6; nothing was sent, since this is a dry run");
    }

    @Test
    void whatAppliesToOtherFormatsIsRefusedForAnAnnualReport() {
        String file = excerpt("annual-report.csv");

        assertThat(run("annual-report", file, "--unit", "store")).isEqualTo(2);
        assertThat(run("annual-report", file, "--rate", "1")).isEqualTo(2);
        assertThat(run("annual-report", file, "--include-unsourced", "--group", "g".repeat(60)))
                .isEqualTo(2);
        assertThat(run("slurp", file, "--group", "acme", "--basis", "GAAP")).isEqualTo(2);
        assertThat(run("slurp", file, "--group", "acme", "--include-unsourced")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--unit does not apply to annual-report, whose rows name their segments")
                .contains("--rate does not apply to annual-report")
                .contains("--group is too long for the name of a second one, ggg")
                .contains("--basis does not apply to slurp")
                .contains("--include-unsourced does not apply to slurp");
    }

    @Test
    void aFileThatIsNoAnnualReportIsOneSentence() {
        assertThat(run("annual-report", excerpt("slurp.csv"), "--dry-run")).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "the file's first line names the columns of no annual report that is understood; expected:");
    }

    @Test
    void wrongUsageIsSaidAndEndsWithTwo() {
        String file = excerpt("slurp.csv");

        assertThat(run("slurp", file)).isEqualTo(2);
        assertThat(run("parquet", file, "--group", "acme")).isEqualTo(2);
        assertThat(run("slurp", file, "--group", "Not A Name")).isEqualTo(2);
        assertThat(run("slurp", file, "--group", "acme", "--asset", "GBP")).isEqualTo(2);
        assertThat(run("slurp", file, "--group", "acme", "--internal")).isEqualTo(2);
        assertThat(run("slurp", file, "--group", "acme", "--rate", "-1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Missing required option: '--group=G'")
                .contains(
                        "expected one of online-retail, focus, azure-llm, slurp, annual-report, cloudevents but was 'parquet'")
                .contains("--group takes a name of lower-case letters, digits, '.', '_' and '-', such as not-a-name")
                .contains("asset must be a currency and a scale")
                .contains("--internal does not apply to slurp")
                .contains("--rate and --wait must not be negative");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Triad.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "import";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }

    private static String excerpt(String name) {
        return Imported.excerpt(name).toString();
    }
}
