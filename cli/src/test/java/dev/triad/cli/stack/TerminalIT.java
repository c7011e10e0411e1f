package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Triad;
import dev.triad.events.Topics;
import dev.triad.testing.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the terminal shows of a running stack, and what other programs make of what it writes. */
@Tag("long")
class TerminalIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @RegisterExtension
    private static final TradingStack TRADING = new TradingStack();

    @SuppressWarnings("NullAway.Init") // start() sets it before all tests.
    private static RunningStack stack;

    @BeforeAll
    static void start() {
        stack = TRADING.stack();
    }

    @Test
    void theTerminalDoesWhatItsPageSays() throws IOException {
        List<TerminalExample> examples = TerminalExample.all().stream()
                .filter(example -> areInstalled(example.command()))
                .toList();

        assertThat(examples).hasSizeGreaterThan(15);
        for (TerminalExample example : examples) {
            String output = example.needsShell()
                    ? Programs.run(TRADING.folder(), Map.of("TRIAD_LEDGER", ledger()), example.shell())
                    : triad(example.arguments());
            assertThat(output).as(example.command()).doesNotContain(Character.toString(27));
            example.output()
                    .ifPresent(shown -> assertThat(output).as(example.command()).isEqualTo(shown));
        }
    }

    @Test
    void theTerminalsJsonIsWhatTheApiAnswers() {
        String quarter = "to=2026-04-01T00:00:00Z";
        Map<String, String> questions = Map.of(
                "accounts --as-of 2026-04-01T00:00:00Z", "/accounts?limit=1000&asOf=2026-04-01T00:00:00Z",
                "statement store:assets:cash --limit 700 --to 2026-04-01",
                        "/accounts/store:assets:cash/statement?" + quarter,
                "subsidies --to 2026-04-01 --interval month", "/subsidies?interval=month&" + quarter,
                "tests --to 2026-04-01", "/subsidy-tests?" + quarter,
                "claims --to 2026-04-01", "/claims?" + quarter);
        questions.forEach((command, path) -> {
            JsonNode printed = RunningStack.json(triad(command + " --json --group amazon"));
            JsonNode answer = stack.get(Component.LEDGER, books("amazon") + path);
            if (command.startsWith("statement")) {
                // Two pages were joined: the first is the API's first, and the last balance is the closing one.
                assertThat(printed.path("lines")).hasSize(700).startsWith(elements(answer.path("lines")));
                assertThat(printed.path("closingBalance"))
                        .isEqualTo(printed.path("lines").path(699).path("balance"));
            } else {
                assertThat(printed).as(command).isEqualTo(answer);
            }
        });
    }

    @Test
    void otherProgramsComputeTheBalancesOfTheApiFromTheExport() {
        // The costs of a day come to the books later than its sales, so a month that is long over is compared.
        String to = "2026-02-01";
        String moment = "2026-01-31T23:59:59.999999Z";
        Path journal = TRADING.folder().resolve("ebay.journal");
        Path beancount = TRADING.folder().resolve("ebay.beancount");
        Path parquet = TRADING.folder().resolve("ebay.parquet");
        await().atMost(LONGEST).untilAsserted(() -> {
            Map<String, BigDecimal> expected = balancesAt("ebay", moment);
            triad("export --group ebay --format hledger --to %s -o %s".formatted(to, journal));
            triad("export --group ebay --format beancount --to %s -o %s".formatted(to, beancount));
            triad("export --group ebay --format parquet --to %s -o %s".formatted(to, parquet));

            assertThat(expected).isNotEmpty();
            assertThat(ParquetBalances.of(parquet)).isEqualTo(expected);
            if (Programs.isInstalled("hledger")) {
                assertSame(Recomputed.byHledger(TRADING.folder(), journal), expected);
            }
            if (Programs.isInstalled("ledger")) {
                assertSame(Recomputed.byLedger(TRADING.folder(), journal), expected);
            }
            if (Programs.isInstalled("bean-query")) {
                assertSame(Recomputed.byBeancount(TRADING.folder(), beancount), expected);
            }
        });
    }

    @Test
    void whatIsWatchedCanBeExplained() {
        List<JsonNode> entries = triad("watch --json --group amazon --type triad.usage.recorded.v1 --count 3")
                .lines()
                .map(RunningStack::json)
                .toList();

        assertThat(entries).hasSize(3);
        String entry = entries.getFirst().path("entry").asText();
        assertThat(triad("explain " + entry)).contains("Entry " + entry, "at the ", "Balances, debits positive");
    }

    @Test
    void whoeverGoesAwayEndsACommandQuietly() {
        String head = Programs.run(
                TRADING.folder(),
                Map.of("TRIAD_LEDGER", ledger()),
                List.of("bash", "-c", CommandRun.shell() + " watch | head -n 1; echo \"ended with ${PIPESTATUS[0]}\""));

        assertThat(head.lines()).last().isEqualTo("ended with 0");
    }

    @Test
    void kcatReadsTheHeadersThatTheContractNames() throws IOException {
        assumeThat(Programs.isInstalled("kcat")).as("kcat is installed").isTrue();
        List<String> required = KcatRecord.requiredHeaders();
        for (String topic : List.of(Topics.SALES, Topics.USAGE, Topics.COSTS)) {
            List<KcatRecord> records = KcatRecord.read(TRADING.folder(), stack.bootstrapServers(), topic);

            assertThat(records).as(topic).hasSizeGreaterThan(10);
            for (KcatRecord record : records) {
                assertThat(record.headers()).as(topic).containsKeys(required.toArray(String[]::new));
            }
            KcatRecord first = records.getFirst();
            String event = "/api/v1/events%s/%s"
                    .formatted(first.headers().get("ce_source"), first.headers().get("ce_id"));
            JsonNode asPosted = stack.get(Component.LEDGER, event).path("record");
            assertThat(RunFile.JSON.<JsonNode>valueToTree(first.headers())).isEqualTo(asPosted.path("headers"));
            assertThat(RunningStack.json(first.data())).isEqualTo(asPosted.path("data"));
        }
    }

    /** What a command prints, called within this process; a failed assertion when it does not end well. */
    private static String triad(String command) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = Triad.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute((command + " --ledger " + ledger()).split(" "));
        assertThat(exitCode).as(command + ": " + errors).isZero();
        return output.toString();
    }

    private static String ledger() {
        return "http://localhost:" + stack.ports().of(Component.LEDGER);
    }

    /** Whether the other programs of an example are here. */
    private static boolean areInstalled(String command) {
        return Stream.of("hledger", "ledger", "bean-check")
                .filter(program -> command.contains(" " + program + " "))
                .allMatch(Programs::isInstalled);
    }

    private static JsonNode[] elements(JsonNode list) {
        return list.valueStream().toArray(JsonNode[]::new);
    }

    private static void assertSame(Map<String, BigDecimal> computed, Map<String, BigDecimal> expected) {
        assertThat(computed.keySet()).isEqualTo(expected.keySet());
        computed.forEach(
                (account, balance) -> assertThat(balance).as(account).isEqualByComparingTo(expected.get(account)));
    }

    /** Every account of a company that had a balance at a moment. */
    private static Map<String, BigDecimal> balancesAt(String company, String moment) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        stack.get(Component.LEDGER, books(company) + "/trial-balance?asOf=" + moment)
                .path("accounts")
                .forEach(account -> {
                    BigDecimal balance = new BigDecimal(account.path("balance").asText());
                    if (balance.signum() != 0) {
                        balances.put(account.path("account").asText(), balance);
                    }
                });
        return balances;
    }

    private static String books(String company) {
        return "/api/v1/groups/" + company;
    }
}
