package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events of the page on cross-subsidy, posted by a real ledger, have the answers that the page shows. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class GroupAnalysisQuarkusTest {
    private static final Path PAGE = Path.of("../docs/cross-subsidy.md");
    private static final Pattern EVENTS = Pattern.compile("```events\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("```question\nGET (\\S+)\n```\n\n```answer\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void post() throws IOException {
        StructuredEvents structured = new StructuredEvents(new EventCodec());
        List<CloudEvent> events = EVENTS.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(structured::parse)
                .toList();
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(events);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(events)
                        .allMatch(event -> get("/api/v1/events" + event.source() + "/" + event.id())
                                .jsonPath()
                                .getString("state")
                                .equals("posted")));
    }

    @Test
    void everyQuestionOfThePageHasItsAnswer() throws IOException {
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(PAGE)).results().toList();

        assertThat(examples).hasSizeGreaterThan(5);
        for (MatchResult example : examples) {
            String answer =
                    get(example.group(1)).then().statusCode(200).extract().asString();
            assertContains(example.group(1), MAPPER.readTree(example.group(2)), MAPPER.readTree(answer), answer);
        }
    }

    /** The page may leave out what it does not speak of; what it shows must be so. */
    private static void assertContains(String where, JsonNode shown, JsonNode real, String answer) {
        if (shown.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                assertContains(where + " " + field.getKey(), field.getValue(), real.path(field.getKey()), answer);
            }
        } else if (shown.isArray()) {
            assertThat(real.size()).as(where + " in " + answer).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertContains(where + " " + i, shown.get(i), real.get(i), answer);
            }
        } else {
            assertThat(real).as(where + " in " + answer).isEqualTo(shown);
        }
    }

    @Test
    void aSeriesOfSubsidiesIsToldStepByStep() {
        get("/api/v1/groups/example/subsidies?interval=week")
                .then()
                .statusCode(200)
                .body("series", hasSize(2))
                .body("series[0].from", equalTo("2026-01-12T00:00:00Z"))
                .body("series[0].gross.byMechanism", everyItem(hasKey("storefront")));
    }

    @Test
    void withoutEconomiesOfScaleThereIsNoSubsidyOfScale() {
        get("/api/v1/groups/example/subsidies?progressRatio=1")
                .then()
                .statusCode(200)
                .body("gross.findAll { it.byMechanism.containsKey('scale') }", hasSize(0));
    }

    @Test
    void aSpanIsAskedForLikeAnyOther() {
        get("/api/v1/groups/example/subsidy-tests?to=2026-01-31")
                .then()
                .statusCode(200)
                .body("providers", hasSize(0));
        get("/api/v1/groups/example/claims?to=2026-01-31")
                .then()
                .statusCode(200)
                .body("claims.find { it.number == 1 }.verdict", equalTo("not-applicable"));
    }

    @Test
    void aSpanMayBeginWithinAnHour() {
        // The store was granted 6 on 29 January at midnight, 12 on the next day, and 2 on the last.
        String granted = "gross.find { it.recipient == 'store' }.byMechanism.'transfer-price'";
        get("/api/v1/groups/example/subsidies?from=2026-01-29T00:00:00.000001Z")
                .then()
                .statusCode(200)
                .body(granted, equalTo("14.00"));
        get("/api/v1/groups/example/subsidies?from=2026-01-29T00:00:00.000001Z&to=2026-01-30T12:30:00Z&interval=day")
                .then()
                .statusCode(200)
                .body("series", hasSize(1))
                .body("series[0]." + granted, equalTo("12.00"));
    }

    @Test
    void companiesAreComparedInOneRequest() {
        get("/api/v1/claims?groups=example")
                .then()
                .statusCode(200)
                .body("groups", is(List.of("example")))
                .body("claims", hasSize(8))
                .body("claims[0].groups.example.verdict", equalTo("fails"));
    }

    /** What if the cloud were free? The first sentence of the thesis would hold. */
    @Test
    void anotherBookIsAskedTheSameQuestions() {
        // Given
        given().contentType("application/json")
                .body("""
                        {"book": "example-free", "group": "example", "title": "The cloud is free",
                         "policy": {"transferPrice": {"method": "free"}, "capacityCost": "equal"}}""")
                .post("/api/v1/books")
                .then()
                .statusCode(anyOf(is(200), is(202)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/api/v1/books/example-free").then().body("state", equalTo("live")));

        // Then
        get("/api/v1/groups/example/claims?book=example-free")
                .then()
                .statusCode(200)
                .body("book", equalTo("example-free"))
                .body("claims[0].value", equalTo("1"))
                .body("claims[0].verdict", equalTo("holds"));
        get("/api/v1/groups/example/subsidy-tests?book=example-free")
                .then()
                .statusCode(200)
                .body("providers[0].additive.players[2].revenue", equalTo("0.00"))
                .body("providers[0].additive.players[2].fullyDistributedCost", equalTo("35.00"));
        get("/api/v1/groups/example/cohorts?book=example-free")
                .then()
                .statusCode(200)
                .body("units[0].own.cloudCost", equalTo("0.00"));
        get("/api/v1/groups/example/consolidation?book=example-free")
                .then()
                .statusCode(200)
                .body("consolidated.operatingIncome", equalTo("59.00"));
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        given().queryParam("progressRatio", "0.3")
                .get("/api/v1/groups/example/subsidy-tests")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("detail", containsString("a progress ratio is from 0.5 to 1, not 0.3"));
        get("/api/v1/groups/nobody/claims").then().statusCode(404).body("code", equalTo("unknown-group"));
        get("/api/v1/claims?groups=example,nobody").then().statusCode(404).body("code", equalTo("unknown-group"));
        get("/api/v1/groups/example/cohorts?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }
}
