package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Triad;
import dev.triad.events.Topics;
import dev.triad.testing.EventLog;
import dev.triad.testing.HostileRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer sees: everything up by one command, all four companies trading, and on the books. Meanwhile hostile
 * records come on every topic, while the units produce their history and again when they are live; nobody may notice.
 */
class WholeStackIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<Component> UNITS = List.of(Component.STORE, Component.CLOUD, Component.DEVICE);
    private static final String GROUPS = "/api/v1/groups";

    /** The companies that run by default, the one that commands are for first. */
    private static final List<String> COMPANIES = List.of("amazon", "ebay", "google", "microsoft");

    private static final String SIMULATION = "/api/v1/simulation";

    /** Hostile records for each topic, half of them in the history. */
    private static final int HOSTILE_EACH = 10_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before all tests.
    private static Path folder;

    @AutoClose
    @SuppressWarnings("NullAway.Init") // start() sets it before all tests.
    private static RunningStack stack;

    /** Where the hostile records stand. */
    private static final Set<String> HOSTILE = new HashSet<>();

    @BeforeAll
    static void start() throws IOException {
        stack = RunningStack.start(folder.resolve("trading"), EnumSet.allOf(Component.class));
        try (EventLog log = new EventLog(stack.bootstrapServers())) {
            await().atMost(LONGEST).untilAsserted(() -> assertThat(declared()).isEqualTo(COMPANIES));
            await().atMost(LONGEST)
                    .until(() -> Topics.EVENTS.stream()
                            .noneMatch(topic -> log.records(topic).isEmpty()));
            storm(log, 1);
            await().atMost(LONGEST).until(() -> phases().equals(Set.of("live")));
            storm(log, 2);
        }
    }

    @Test
    void isUpTradingAndOnTheBooks() {
        assertThat(stack.output()).contains(Welcome.curls(stack.ports()));
        assertThat(stack.get(Component.LEDGER, books("amazon") + "/subsidies").path("gross"))
                .isNotEmpty();
        for (String company : COMPANIES) {
            JsonNode balance = stack.get(Component.LEDGER, books(company) + "/trial-balance");
            assertThat(balance.path("accounts")).as(company).isNotEmpty();
            assertThat(balance.path("balanced").asBoolean())
                    .as(balance.toString())
                    .isTrue();
        }
        String order = "{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}";
        assertThat(stack.post(Component.STORE, "/api/v1/orders", order)
                        .path("total")
                        .asText())
                .isEqualTo("33.50");
        CommandRun status = stack.status();
        assertThat(status.exitCode()).as(status.output()).isZero();
    }

    @Test
    void theFirstQuarterIsWhatTheReadmeShows() throws IOException {
        List<ReadmeExample> examples = ReadmeExample.all();

        assertThat(examples).hasSize(3);
        for (ReadmeExample example : examples) {
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(example.filtered(stack.get(Component.LEDGER, example.path())))
                            .isEqualTo(example.output()));
        }
    }

    @Test
    void everyHostileRecordIsSetAsideWithAReasonAndNoneIsLost() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(suspended("quarantined")).isEqualTo(HOSTILE.size()));

        Set<String> found = new HashSet<>();
        quarantine().forEach(item -> {
            found.add(position(
                    item.path("topic").asText(),
                    item.path("partition").asInt(),
                    item.path("offset").asLong()));
            assertThat(item.path("reason").asText()).isNotBlank();
            assertThat(item.path("detail").asText()).isNotBlank().doesNotContain("drop table");
        });
        assertThat(found).isEqualTo(HOSTILE);
    }

    @Test
    void theUnitsPassOverWhatIsHostileAndTradeOn() {
        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(stack.metric(Component.CLOUD, "triad_usage_malformed_total", ""))
                    .isEqualTo(HOSTILE_EACH);
            assertThat(stack.metric(Component.STORE, "triad_requests_total", "outcome=\"malformed\""))
                    .isGreaterThan(HOSTILE_EACH * 0.9);
        });
        assertThat(stack.metric(Component.STORE, "triad_requests_total", "outcome=\"failed\""))
                .isZero();
        for (Component unit : UNITS) {
            long before = emitted(unit);
            await().atMost(LONGEST).until(() -> emitted(unit) > before);
        }
    }

    @Test
    void theBooksAreProvedWhileTheLedgerGoesOn() {
        CommandRun proof = stack.verify();

        assertThat(proof.exitCode()).as(proof.output()).isZero();
        assertThat(proof.output()).contains("The books are what the log says.");
    }

    @Test
    void theBooksAreThoseOfALedgerThatSawNothingHostile() throws IOException {
        pause(true);
        try (RunningStack calm = RunningStack.start(
                        folder.resolve("calm"), EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER));
                SoundCopy copy = new SoundCopy(stack.bootstrapServers(), calm.bootstrapServers())) {
            await().atMost(LONGEST).untilAsserted(() -> {
                copy.advance();
                assertThat(balances(calm)).isNotEmpty().isEqualTo(balances(stack));
                assertThat(suspended("waiting")).isZero();
                assertThat(stack.metric(Component.LEDGER, "triad_ledger_lag", ""))
                        .isZero();
            });
        } finally {
            pause(false);
        }
    }

    @Test
    void theTerminalDoesWhatItsPageSays() throws IOException {
        List<TerminalExample> examples = TerminalExample.all().stream()
                .filter(example -> areInstalled(example.command()))
                .toList();

        assertThat(examples).hasSizeGreaterThan(15);
        for (TerminalExample example : examples) {
            String output = example.needsShell()
                    ? Programs.run(folder, Map.of("TRIAD_LEDGER", ledger()), example.shell())
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
        Path journal = folder.resolve("ebay.journal");
        Path beancount = folder.resolve("ebay.beancount");
        Path parquet = folder.resolve("ebay.parquet");
        await().atMost(LONGEST).untilAsserted(() -> {
            Map<String, BigDecimal> expected = balancesAt("ebay", moment);
            triad("export --group ebay --format hledger --to %s -o %s".formatted(to, journal));
            triad("export --group ebay --format beancount --to %s -o %s".formatted(to, beancount));
            triad("export --group ebay --format parquet --to %s -o %s".formatted(to, parquet));

            assertThat(expected).isNotEmpty();
            assertThat(ParquetBalances.of(parquet)).isEqualTo(expected);
            if (Programs.isInstalled("hledger")) {
                assertSame(Recomputed.byHledger(folder, journal), expected);
            }
            if (Programs.isInstalled("ledger")) {
                assertSame(Recomputed.byLedger(folder, journal), expected);
            }
            if (Programs.isInstalled("bean-query")) {
                assertSame(Recomputed.byBeancount(folder, beancount), expected);
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
                folder,
                Map.of("TRIAD_LEDGER", ledger()),
                List.of("bash", "-c", CommandRun.shell() + " watch | head -n 1; echo \"ended with ${PIPESTATUS[0]}\""));

        assertThat(head.lines()).last().isEqualTo("ended with 0");
    }

    @Test
    void kcatReadsTheHeadersThatTheContractNames() throws IOException {
        assumeThat(Programs.isInstalled("kcat")).as("kcat is installed").isTrue();
        List<String> required = KcatRecord.requiredHeaders();
        for (String topic : List.of(Topics.SALES, Topics.USAGE, Topics.COSTS)) {
            List<KcatRecord> records = KcatRecord.read(folder, stack.bootstrapServers(), topic);

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

    private static void storm(EventLog log, long seed) {
        List<ProducerRecord<byte[], byte[]>> sound = Topics.EVENTS.stream()
                .flatMap(topic -> log.records(topic).stream())
                .filter(record -> !HostileRecords.isKey(record.key()))
                .map(record -> new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                .toList();
        List<RecordMetadata> sent = log.send(HostileRecords.of(seed, sound, HOSTILE_EACH / 2));
        sent.forEach(record -> HOSTILE.add(position(record.topic(), record.partition(), record.offset())));
    }

    private static String position(String topic, int partition, long offset) {
        return topic + '-' + partition + '@' + offset;
    }

    private static long suspended(String state) {
        return stack.get(Component.LEDGER, "/api/v1/suspense?limit=1")
                .path("counts")
                .valueStream()
                .filter(count -> count.path("state").asText().equals(state))
                .mapToLong(count -> count.path("items").asLong())
                .sum();
    }

    private static List<JsonNode> quarantine() {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page;
        String cursor = "0";
        do {
            page = stack.get(Component.LEDGER, "/api/v1/suspense?state=quarantined&limit=500&cursor=" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asText();
        } while (page.path("nextCursor").isTextual());
        return items;
    }

    private static List<String> declared() {
        return stack.get(Component.LEDGER, GROUPS)
                .path("groups")
                .valueStream()
                .map(group -> group.path("group").asText())
                .toList();
    }

    private static String books(String company) {
        return GROUPS + "/" + company;
    }

    /** Every account of every company that has a balance. */
    private static Map<String, String> balances(RunningStack stack) {
        Map<String, String> balances = new TreeMap<>();
        for (String company : COMPANIES) {
            stack.get(Component.LEDGER, books(company) + "/trial-balance")
                    .path("accounts")
                    .forEach(account -> {
                        String balance = account.path("balance").asText();
                        if (new BigDecimal(balance).signum() != 0) {
                            balances.put(company + " " + account.path("account").asText(), balance);
                        }
                    });
        }
        return balances;
    }

    private static void pause(boolean paused) {
        UNITS.forEach(unit -> stack.put(unit, SIMULATION, "{\"paused\":" + paused + "}"));
    }

    private static Set<String> phases() {
        Set<String> phases = new HashSet<>();
        units().forEach(unit -> phases.add(unit.path("phase").asText()));
        return phases;
    }

    /** By all units of a service: a backend that sells nothing to anybody outside declares its group and is silent. */
    private static long emitted(Component unit) {
        return stack.get(unit, SIMULATION)
                .path("units")
                .valueStream()
                .mapToLong(one -> one.path("eventsEmitted").asLong())
                .sum();
    }

    private static Stream<JsonNode> units() {
        return UNITS.stream()
                .flatMap(unit -> stack.get(unit, SIMULATION).path("units").valueStream());
    }
}
