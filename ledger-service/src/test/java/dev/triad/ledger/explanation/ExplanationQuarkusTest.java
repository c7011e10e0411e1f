package dev.triad.ledger.explanation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.CloudEvent;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every entry on the books explains itself over HTTP, whatever order its event and what it rests on came in. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ExplanationQuarkusTest {
    private static final String GROUP = "explained";
    private static final long SEED = 20_261_127;
    private static final int EVENTS = 150;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void everyEntryIsExplainedFromTheLogToTheLastUnit() {
        // Given: late rates and returns in parts among them, sent a few at a time
        List<CloudEvent> stream = new ArrayList<>(Streams.of(GROUP, SEED, EVENTS));
        Collections.shuffle(stream.subList(1, stream.size()), new Random(SEED));
        try (LedgerClient client = new LedgerClient(servers)) {
            for (CloudEvent event : stream) {
                client.send(event);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(posted(stream)).isEqualTo(stream.size()));

        // When
        Set<String> entries = entries();
        Map<String, Integer> rules = new TreeMap<>();
        for (String entry : entries) {
            JsonPath explained = get("/api/v1/entries/" + entry).jsonPath();
            rules.merge(explained.getString("rule"), 1, Integer::sum);
            requireExplained(entry, explained);
        }

        // Then
        assertThat(rules)
                .containsKeys("sale", "return", "external-usage", "internal-usage", "cost", "repricing")
                .doesNotContainKey("rate");
    }

    private static void requireExplained(String entry, JsonPath explained) {
        assertThat(explained.getString("unexplained")).as(entry).isNull();
        if (explained.getInt("revision") > 0) {
            String corrected = explained.getString("corrects");
            assertThat(get("/api/v1/entries/" + corrected).statusCode()).isEqualTo(200);
        }
        List<Map<String, ?>> postings = explained.getList("postings");
        for (int i = 0; i < postings.size(); i++) {
            List<String> reasons = explained.getList("postings[" + i + "].reasons.amount");
            BigDecimal sum = reasons.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(String.valueOf(postings.get(i).get("amount"))).as(entry).isEqualTo(sum.toPlainString());
        }
    }

    private static long posted(List<CloudEvent> stream) {
        return stream.stream().collect(Collectors.groupingBy(CloudEvent::source)).entrySet().stream()
                .mapToLong(events -> given().contentType("application/json")
                        .body(Map.of(
                                "source",
                                events.getKey().toString(),
                                "ids",
                                events.getValue().stream().map(CloudEvent::id).toList()))
                        .post("/api/v1/events/lookup")
                        .jsonPath()
                        .getList("events.findAll { it.state == 'posted' }")
                        .size())
                .sum();
    }

    /** The names of all entries that moved something. */
    private static Set<String> entries() {
        String csv = given().queryParam("format", "csv")
                .get("/api/v1/groups/" + GROUP + "/export")
                .asString();
        return csv.lines().skip(1).map(line -> line.split(",", -1)[1]).collect(Collectors.toCollection(TreeSet::new));
    }
}
