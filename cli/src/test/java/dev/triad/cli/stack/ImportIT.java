package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import into the packaged ledger, which is killed while it posts: the books must not show it. */
@Tag("long")
class ImportIT {
    private static final int INVOICES = 20_000;
    private static final int KILLS = 2;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CommandRun> runs = new ArrayList<>();
    private int kafkaPort;
    private int postgresPort;
    private int ledgerPort;

    @BeforeEach
    void choosePorts() {
        Ports ports = Ports.free();
        kafkaPort = ports.of(Component.KAFKA);
        postgresPort = ports.of(Component.POSTGRES);
        ledgerPort = ports.of(Component.LEDGER);
    }

    @AfterEach
    void stopEverything() {
        start("down", "--data-dir=" + data()).exitCode();
        runs.forEach(run -> run.process().destroyForcibly());
    }

    @Test
    void aLedgerKilledInTheMiddleOfAnImportComesToTheSameTrialBalance() throws IOException {
        // Given
        Path orders = orders(folder.resolve("orders.csv"));
        up();
        assertThat(finished(importInto("calm", orders)).exitCode()).isZero();
        long all = postings("calm");

        // When
        CommandRun storm = importInto("storm", orders);
        long posted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long before = posted;
            await().atMost(LONGEST).until(() -> postings("storm") > before);
            posted = postings("storm");
            killLedger();
        }

        // Then
        assertThat(posted).as("the kills came in the middle").isLessThan(all);
        assertThat(finished(storm).exitCode()).as(storm.output()).isZero();
        assertThat(trialBalance("storm")).isEqualTo(trialBalance("calm"));
        assertThat(trialBalance("calm").get("difference").asText()).isEqualTo("0.00");

        CommandRun again = finished(importInto("storm", orders));
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains("new: 0");
        assertThat(trialBalance("storm")).isEqualTo(trialBalance("calm"));
    }

    @Test
    void aPublishedYearComesToItsOperatingIncomeAndStandsWhenItIsRestated() throws IOException {
        // Given
        up();
        Path report = annualReport("NorthLands,500.5,-64.25", "HWS,81,21");

        // When
        CommandRun run = finished(importReport(report));

        // Then
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(operatingIncome("north-lands")).isEqualTo("-64250000.00");
        assertThat(operatingIncome("hws")).isEqualTo("21000000.00");
        assertThat(revenue("hws")).isEqualTo("81000000.00");

        CommandRun again = finished(importReport(report));
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains("already known: 5, new: 0");

        CommandRun restated = finished(importReport(annualReport("NorthLands,500.5,-64.25", "HWS,82,21")));
        assertThat(restated.exitCode()).as(restated.output()).isEqualTo(1);
        assertThat(restated.output())
                .contains("2 of the known say something else than the ledger has")
                .contains("/amazon-reported/hws 2019-12-31T23:59:59Z triad.sale.recorded.v1")
                .contains("/amazon-reported/hws 2019-12-31T23:59:59Z triad.cost.incurred.v1");
        await().atMost(LONGEST)
                .until(() -> get("/api/v1/suspense?group=amazon-reported&state=quarantined&reason=id-reused")
                                .path("items")
                                .size()
                        == 2);
        assertThat(operatingIncome("hws")).isEqualTo("21000000.00");
        assertThat(revenue("hws")).isEqualTo("81000000.00");
    }

    private void up() {
        CommandRun run = start(
                "up",
                "--data-dir=" + data(),
                "--only=kafka,postgres,ledger",
                "--kafka-port=" + kafkaPort,
                "--postgres-port=" + postgresPort,
                "--ledger-port=" + ledgerPort);
        await().atMost(LONGEST)
                .until(() -> run.output().contains("Triad is up after")
                        || !run.process().isAlive());
        assertThat(run.process().isAlive()).as(run.output()).isTrue();
    }

    private CommandRun importInto(String group, Path orders) {
        return start(
                "import",
                "online-retail",
                orders.toString(),
                "--group=" + group,
                "--bootstrap-servers=localhost:" + kafkaPort,
                "--ledger=http://localhost:" + ledgerPort);
    }

    private CommandRun importReport(Path report) {
        return start(
                "import",
                "annual-report",
                report.toString(),
                "--bootstrap-servers=localhost:" + kafkaPort,
                "--ledger=http://localhost:" + ledgerPort);
    }

    private Path annualReport(String... figures) throws IOException {
        StringBuilder rows = new StringBuilder("fy,segment,net_sales_usd_m,operating_income_usd_m,basis,source\n");
        for (String figure : figures) {
            rows.append("2019,").append(figure).append(",GAAP incl SBC,https://filings.example.org/2020/r7.htm\n");
        }
        return Files.writeString(folder.resolve("report.csv"), rows);
    }

    private String operatingIncome(String unit) {
        return incomeStatement(unit).path("operatingIncome").asText();
    }

    private String revenue(String unit) {
        return incomeStatement(unit).path("sections").path(0).path("amount").asText();
    }

    private JsonNode incomeStatement(String unit) {
        return get("/api/v1/groups/amazon-reported/units/" + unit
                + "/income-statement?from=2019-01-01T00:00:00Z&to=2020-01-01T00:00:00Z");
    }

    private CommandRun start(String... arguments) {
        CommandRun run = CommandRun.start(folder, List.of(arguments));
        runs.add(run);
        return run;
    }

    private static CommandRun finished(CommandRun run) {
        await().atMost(LONGEST.multipliedBy(2)).until(() -> !run.process().isAlive());
        return run;
    }

    private void killLedger() {
        ProcessId ledger = new RunFile(data().resolve("run.json"))
                .read().orElseThrow().find(Component.LEDGER).orElseThrow().running().stream()
                        .findFirst()
                        .orElseThrow();
        ledger.find().ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(LONGEST).until(() -> !ledger.isAlive());
    }

    /** How many postings the group's cash account has; none while the ledger is away. */
    private long postings(String group) {
        try {
            return get("/api/v1/groups/" + group + "/accounts/store:assets:cash")
                    .path("postings")
                    .asLong(0);
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private JsonNode trialBalance(String group) {
        JsonNode balance = get("/api/v1/groups/" + group + "/trial-balance");
        assertThat(balance.path("balanced").asBoolean())
                .as(balance.toPrettyString())
                .isTrue();
        return ((ObjectNode) balance).without("group");
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + ledgerPort + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Orders of one or two lines, some of them taken back, in the columns of the Online Retail data. */
    private static Path orders(Path file) throws IOException {
        Random random = new Random(2_011);
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            for (int invoice = 0; invoice < INVOICES; invoice++) {
                String day = "2011-03-%02d %02d:%02d:00".formatted(1 + invoice / 1_200, 8 + invoice % 10, invoice % 60);
                int sku = 20_000 + random.nextInt(500);
                int quantity = 1 + random.nextInt(12);
                int pence = 1 + random.nextInt(2_000);
                String rest = ",%s,%d.%02d,%d.0,United Kingdom%n"
                        .formatted(day, pence / 100, pence % 100, 12_000 + invoice % 900);
                csv.write("%d,%d,THING %d,%d%s".formatted(600_000 + invoice, sku, sku, quantity, rest));
                if (random.nextInt(20) == 0) {
                    csv.write("C%d,%d,THING %d,-1%s".formatted(600_000 + invoice, sku, sku, rest));
                }
            }
        }
        return file;
    }

    private Path data() {
        return folder.resolve("data");
    }
}
