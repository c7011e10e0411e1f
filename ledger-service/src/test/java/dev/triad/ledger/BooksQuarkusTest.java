package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.intake.LogLag;
import dev.triad.ledger.posting.Oracle;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.HostileRecords;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import dev.triad.testing.Programs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of a few thousand events, shuffled, with duplicates, among ten thousand hostile records: the books
 * must be what the pure engine makes of the events alone, and what other programs make of the books.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BooksQuarkusTest {
    private static final long SEED = 20_261_123;
    private static final int EVENTS = 3_000;
    private static final int HOSTILE = 10_000;
    private static final String GROUP = "amazon";
    private static final Asset ASSET = Asset.parse("USD/9");
    private static final Duration WAIT = Duration.ofSeconds(90);

    /** What the books of the group are made of, in every test that needs a group with a history. */
    static final List<CloudEvent> STREAM = Streams.of(SEED, EVENTS);

    private static boolean sent;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    LogLag lag;

    @BeforeEach
    void postOnce() {
        if (!sent) {
            sent = true;
            long before = quarantined();
            List<CloudEvent> arrivals = new ArrayList<>(STREAM);
            arrivals.addAll(STREAM.subList(0, EVENTS / 20));
            Collections.shuffle(arrivals, new Random(SEED));
            KafkaBinding binding = new KafkaBinding(new EventCodec());
            List<ProducerRecord<byte[], byte[]>> hostile = HostileRecords.of(
                    SEED, STREAM.stream().map(binding::toRecord).toList(), HOSTILE / Topics.EVENTS.size());
            try (LedgerClient client = new LedgerClient(servers)) {
                for (int i = 0; i < 20; i++) {
                    client.send(part(arrivals, i));
                    client.sendRecords(part(hostile, i));
                }
            }
            await().atMost(WAIT).untilAsserted(() -> {
                assertThat(lag.byPartition().values()).containsOnly(0L);
                assertThat(waiting()).isZero();
                assertThat(quarantined() - before).isEqualTo(HOSTILE);
            });
        }
    }

    @Test
    void theBooksAreWhatThePureEngineMakesOfTheEvents() {
        // Given
        Map<String, BigInteger> expected = Oracle.balances(STREAM);

        // When
        Map<String, BigInteger> books = books();

        // Then
        assertThat(books).isEqualTo(expected);
        assertThat((String) get("/api/v1/groups/amazon/trial-balance").path("difference"))
                .isEqualTo("0.000000000");
    }

    @Test
    void everyHostileRecordIsKeptWithAReason() {
        JsonPath page = get("/api/v1/suspense?state=quarantined&limit=500").jsonPath();
        assertThat(page.getList("items.reason", String.class)).hasSize(500).doesNotContainNull();
        assertThat(page.getList("items.detail", String.class))
                .allSatisfy(detail -> assertThat(detail).isNotBlank().doesNotContain("drop table"));
        assertThat(page.getList("counts.reason", String.class))
                .contains("header", "malformed-json", "too-large", "id", "source", "time", "unknown-type");
    }

    @Test
    void hledgerComputesTheSameBalances(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Programs.isInstalled("hledger"), "hledger is not installed");

        // Given
        Path journal = folder.resolve("amazon.journal");
        Files.writeString(
                journal,
                given().queryParam("format", "hledger")
                        .get("/api/v1/groups/amazon/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        // When
        Path output = folder.resolve("balances.csv");
        Process hledger = new ProcessBuilder(
                        "hledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "--output-format=csv")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(hledger.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(hledger.exitValue()).isZero();

        // Then
        Map<String, BigInteger> computed = new TreeMap<>();
        Files.readAllLines(output, StandardCharsets.UTF_8).stream().skip(1).forEach(line -> {
            String[] columns = line.replace("\"", "").split(",", -1);
            BigDecimal amount = new BigDecimal(columns[1].replace("USD", "").trim());
            computed.put(columns[0], BigInteger.valueOf(ASSET.amount(amount)));
        });
        assertThat(computed).isEqualTo(books());
    }

    /** Every account of the group that has a balance. */
    private static Map<String, BigInteger> books() {
        Map<String, BigInteger> books = new TreeMap<>();
        JsonPath trial = get("/api/v1/groups/" + GROUP + "/trial-balance").jsonPath();
        List<Map<String, String>> accounts = trial.getList("accounts");
        for (Map<String, ?> account : accounts) {
            BigInteger balance =
                    BigInteger.valueOf(ASSET.amount(new BigDecimal(String.valueOf(account.get("balance")))));
            if (balance.signum() != 0) {
                books.put(String.valueOf(account.get("account")), balance);
            }
        }
        return books;
    }

    private static long quarantined() {
        return count("quarantined");
    }

    private static long waiting() {
        return count("waiting");
    }

    private static long count(String state) {
        List<Map<String, Object>> counts = get("/api/v1/suspense").jsonPath().getList("counts");
        return counts.stream()
                .filter(count -> state.equals(count.get("state")))
                .mapToLong(count -> Long.parseLong(String.valueOf(count.get("items"))))
                .sum();
    }

    private static <T> List<T> part(List<T> whole, int i) {
        return whole.subList(whole.size() * i / 20, whole.size() * (i + 1) / 20);
    }
}
