package dev.triad.ledger.repricing;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.LedgerClient;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A rate is tried out, published once, and found on the books with just the differences that were foretold. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RepricingQuarkusTest {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    /** Half of them are priced anew, and make more than one portion. */
    private static final int USAGES = 12_000;

    private static final Duration WAIT = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void whatWasForetoldIsPostedOnceForEachKey() {
        // Given: usages before and after the moment from which the new rate is to hold, half of them internal
        String group = "repriced";
        post(group, USAGES);
        Map<String, BigDecimal> before = balances(group);
        JsonPath foretold = reprice(request(group, true), null)
                .then()
                .statusCode(200)
                .body("state", equalTo("dry-run"))
                .body("id", nullValue())
                .extract()
                .jsonPath();
        assertThat(foretold.getLong("differences.entries")).isEqualTo(USAGES / 2);
        assertThat(balances(group)).isEqualTo(before);

        // When: it is published, twice with the same key
        String location = reprice(request(group, false), "key-" + group)
                .then()
                .statusCode(202)
                .header("Idempotency-Key", equalTo("key-" + group))
                .header("Idempotency-Replayed", nullValue())
                .body("state", equalTo("pending"))
                .extract()
                .header("Location");
        reprice(request(group, false), "key-" + group)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", endsWith(location.substring(location.indexOf("/api"))));

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> get(location).then().statusCode(200).body("state", equalTo("posted")));
        JsonPath posted = get(location).jsonPath();
        assertThat(posted.getLong("differences.entries")).isEqualTo(USAGES / 2);
        assertThat(posted.getString("differences.moved")).isEqualTo(foretold.getString("differences.moved"));
        assertThat(posted.getList("differences.accounts")).isEqualTo(foretold.getList("differences.accounts"));
        assertThat(differences(before, balances(group))).isEqualTo(changes(foretold));
        get("/api/v1/groups/" + group + "/trial-balance").then().body("balanced", equalTo(true));

        // And: each of the first names the entry that it corrects, and explains itself
        List<Map<String, Object>> first = posted.getList("differences.first");
        assertThat(first).hasSize(5);
        get("/api/v1/entries/" + first.getFirst().get("entry"))
                .then()
                .statusCode(200)
                .body("rule", equalTo("repricing"))
                .body("corrects", equalTo(first.getFirst().get("corrects")))
                .body("rate.event", equalTo(posted.getString("id")))
                .body("unexplained", nullValue())
                .body("postings[0].reasons[0].steps", notNullValue());
        get("/api/v1/entries/" + first.getFirst().get("corrects")).then().statusCode(200);
    }

    @Test
    void aKeyStandsForOneRate() {
        // Given
        String group = "one-key";
        post(group, 2);
        reprice(request(group, false), "key-" + group).then().statusCode(202);

        // When
        Map<String, Object> other = request(group, false);
        other.put("list", "0.99");
        Response answer = reprice(other, "key-" + group);

        // Then
        answer.then().statusCode(422).body("code", equalTo("key-reused"));
    }

    @Test
    void whatBreaksTheContractIsRefusedBeforeAnythingIsRead() {
        // Given
        String group = "refused-rates";
        post(group, 2);
        Map<String, Object> negative = request(group, true);
        negative.put("list", "-1");
        Map<String, Object> nobody = request(group, true);
        nobody.put("provider", "attic");

        // When, then
        reprice(negative, null).then().statusCode(400).body("code", equalTo("invalid-body"));
        reprice(nobody, null).then().statusCode(404).body("code", equalTo("unknown-unit"));
        reprice(request("nowhere", true), null).then().statusCode(404).body("code", equalTo("unknown-group"));
        get("/api/v1/repricings/00000000-0000-7000-8000-0000000000ff")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-repricing"));
    }

    private void post(String group, int usages) {
        Source cloud = new Source(group, "cloud");
        List<CloudEvent> events = new ArrayList<>();
        events.add(event(
                cloud,
                START,
                "group",
                new GroupDeclared(
                        group,
                        Asset.parse("USD/9"),
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("store", "Store", List.of())))));
        events.add(event(
                cloud,
                START,
                "rate",
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal("0.05"),
                        new BigDecimal("0.01"),
                        new BigDecimal("0.03"),
                        START)));
        for (int i = 0; i < usages; i++) {
            boolean internal = i % 4 < 2;
            events.add(event(
                    cloud,
                    START.plus(i % 2 == 0 ? Duration.ofHours(i % 48) : Duration.ofDays(10 + i % 7)),
                    "usage-" + i,
                    new UsageRecorded(
                            "cloud",
                            internal ? "store" : "tenant-" + i % 9,
                            internal ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                            "compute",
                            BigDecimal.valueOf(i + 1, 3),
                            "hour",
                            null,
                            Map.of())));
        }
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(events);
        }
        await().atMost(WAIT).untilAsserted(() -> assertThat(entries(group)).isEqualTo(usages));
    }

    private static CloudEvent event(Source source, Instant time, String name, dev.triad.events.Event data) {
        return new CloudEvent(EventIds.derived(time, source, name), source, name, time, data);
    }

    /** How many entries there are: each usage moves either a receivable or a payable once. */
    private static long entries(String group) {
        List<Map<String, Object>> accounts =
                get("/api/v1/groups/" + group + "/trial-balance").jsonPath().getList("accounts");
        return accounts == null
                ? 0
                : accounts.stream()
                        .filter(account ->
                                String.valueOf(account.get("account")).startsWith("cloud:assets:"))
                        .mapToLong(account -> Long.parseLong(String.valueOf(account.get("postings"))))
                        .sum();
    }

    private static Map<String, Object> request(String group, boolean dryRun) {
        Map<String, Object> request = new HashMap<>();
        request.put("group", group);
        request.put("provider", "cloud");
        request.put("resource", "compute");
        request.put("unitOfMeasure", "hour");
        request.put("list", "0.04");
        request.put("marginalCost", "0.01");
        request.put("fullCost", "0.0333");
        request.put("effectiveFrom", START.plus(Duration.ofDays(9)).toString());
        request.put("dryRun", dryRun);
        return request;
    }

    private static Response reprice(Map<String, Object> request, @org.jspecify.annotations.Nullable String key) {
        var call = given().contentType("application/json").body(request);
        return (key == null ? call : call.header("Idempotency-Key", key)).post("/api/v1/repricings");
    }

    private static Map<String, BigDecimal> balances(String group) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        List<Map<String, Object>> accounts =
                get("/api/v1/groups/" + group + "/trial-balance").jsonPath().getList("accounts");
        accounts.forEach(account -> balances.put(
                String.valueOf(account.get("account")), new BigDecimal(String.valueOf(account.get("balance")))));
        return balances;
    }

    private static Map<String, BigDecimal> differences(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        Map<String, BigDecimal> differences = new TreeMap<>(after);
        before.forEach((account, balance) -> differences.merge(account, balance.negate(), BigDecimal::add));
        differences.values().removeIf(difference -> difference.signum() == 0);
        return differences;
    }

    private static Map<String, BigDecimal> changes(JsonPath repricing) {
        Map<String, BigDecimal> changes = new TreeMap<>();
        List<Map<String, Object>> accounts = repricing.getList("differences.accounts");
        accounts.forEach(account -> changes.put(
                String.valueOf(account.get("account")), new BigDecimal(String.valueOf(account.get("amount")))));
        return changes;
    }
}
