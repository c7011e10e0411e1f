package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.access.web.AccessProblem;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.Streams;
import dev.triad.ledger.problem.Problems;
import dev.triad.limits.web.LimitProblem;
import dev.triad.problem.Problem;
import dev.triad.testing.HostileRequestsContract;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The ledger answers as its OpenAPI document says, with some events on the books and one record set aside. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ApiQuarkusTest extends HostileRequestsContract {
    private static final CloudEvent SALE = BooksQuarkusTest.STREAM.stream()
            .filter(event -> event.source().equals(Streams.STORE))
            .findFirst()
            .orElseThrow();

    private static final CloudEvent RATE = BooksQuarkusTest.STREAM.stream()
            .filter(event -> event.type() == EventType.RATE_PUBLISHED)
            .findFirst()
            .orElseThrow();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void post() {
        ProducerRecord<byte[], byte[]> sale = new KafkaBinding(new EventCodec()).toRecord(SALE);
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(BooksQuarkusTest.STREAM);
            client.sendRecords(
                    List.of(new ProducerRecord<>(Topics.COSTS, null, null, null, sale.value(), sale.headers())));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(get("/api/v1/events/amazon/store/" + SALE.id()).statusCode())
                    .isEqualTo(200);
            assertThat(get("/api/v1/suspense?reason=wrong-topic").jsonPath().getList("items"))
                    .isNotEmpty();
        });
    }

    @Override
    protected URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @Override
    protected Stream<Problem> problems() {
        return Stream.of(
                        Arrays.stream(Problems.values()).map(problem -> problem.with("")),
                        Arrays.stream(AccessProblem.values()).map(problem -> problem.with("")),
                        Arrays.stream(LimitProblem.values()).map(problem -> problem.with("")))
                .flatMap(problems -> problems);
    }

    @Override
    protected @Nullable String parameter(String path, String name) {
        if (path.startsWith("/api/v1/books/") && name.startsWith("book")) {
            return name.equals("book") ? book() : "actual," + book();
        }
        if (!name.equals("id")) {
            return null;
        }
        if (path.startsWith("/api/v1/entries")) {
            return get("/api/v1/events/amazon/store/" + SALE.id()).path("entries[0].id");
        }
        if (path.startsWith("/api/v1/repricings")) {
            return RATE.id().toString();
        }
        return path.startsWith("/api/v1/suspense")
                ? get("/api/v1/suspense?reason=wrong-topic").path("items[0].id").toString()
                : SALE.id().toString();
    }

    /** A rate that is published, for what nobody uses: others' books stay as they are. */
    @Override
    protected JsonNode command(String path, JsonNode example) {
        return path.equals("/api/v1/repricings") && example instanceof ObjectNode rate
                ? rate.deepCopy().put("resource", "nobody-uses-it").put("dryRun", false)
                : example;
    }

    /** A book that is live; the document's own examples delete it now and then. */
    private static String book() {
        given().contentType("application/json")
                .body(Map.of(
                        "book", "free-cloud",
                        "group", "amazon",
                        "title", "The cloud charges other units nothing",
                        "policy", Map.of("transferPrice", Map.of("method", "free"))))
                .post("/api/v1/books")
                .then()
                .statusCode(anyOf(is(200), is(202)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        get("/api/v1/books/free-cloud").then().statusCode(200).body("state", is("live")));
        return "free-cloud";
    }
}
