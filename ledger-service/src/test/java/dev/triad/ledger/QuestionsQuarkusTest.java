package dev.triad.ledger;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.triad.ledger.journal.Writing;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that take too long, or that are too many, with a real database that is made to wait by locks on its tables. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(QuestionsQuarkusTest.LittleTime.class)
class QuestionsQuarkusTest {
    private static final int CONNECTIONS = 2;

    /** They ask the database nothing, or answer bit by bit, and say in their answer what went wrong. */
    private static final Set<String> ELSEWHERE = Set.of("/api/v1/services", "/api/v1/session", "/api/v1/stream");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Jdbi reading;

    @Inject
    @Writing
    Jdbi writing;

    /** Little time and few connections. */
    public static final class LittleTime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "triad.questions.longest",
                    "200ms",
                    "quarkus.datasource.reading.jdbc.max-size",
                    String.valueOf(CONNECTIONS));
        }
    }

    @BeforeEach
    void post() {
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(BooksQuarkusTest.STREAM);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/api/v1/groups/amazon/accounts").statusCode() == 200);
    }

    @Test
    void everyQuestionThatTakesTooLongIsAnsweredSoAndTheConnectionGoesOn() {
        // Given
        Map<String, String> answers = new TreeMap<>();

        // When: nobody can read a table
        try (Handle handle = writing.open()) {
            handle.begin();
            handle.execute("lock table " + String.join(", ", tables(handle)) + " in access exclusive mode");
            for (String path : questions()) {
                Response response = get(path);
                answers.put(path, response.statusCode() + " " + response.path("code"));
            }
            handle.rollback();
        }

        // Then
        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(answers.values()).containsOnly("504 question-too-long");
        for (int i = 0; i <= CONNECTIONS; i++) {
            get("/api/v1/groups/amazon/trial-balance").then().statusCode(200);
        }
    }

    @Test
    void oneQuestionMoreThanThereAreConnectionsIsToldToComeAgain() {
        // Given
        try (Handle _ = reading.open();
                Handle _ = reading.open()) {
            // When
            long begun = System.nanoTime();
            Response response = get("/api/v1/groups/amazon/trial-balance");

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            response.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("too-many-questions"));
        }
        get("/api/v1/groups/amazon/trial-balance").then().statusCode(200);
    }

    @Test
    void whatAnswersQuestionsWritesNothing() {
        try (Handle handle = reading.open()) {
            assertThatThrownBy(() -> handle.execute("update reference_version set version = version"))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void whatIsPostedIsNotHeldUpByQuestions() {
        // Given
        try (Handle _ = reading.open();
                Handle _ = reading.open()) {
            int before = entries();

            // When
            try (LedgerClient client = new LedgerClient(servers)) {
                client.send(Streams.of("unhindered", 20_261_128, 40));
            }

            // Then
            await().atMost(Duration.ofSeconds(30)).until(() -> entries() > before);
        }
    }

    private int entries() {
        return writing.withHandle(handle -> handle.createQuery("select count(*) from entry")
                .mapTo(Integer.class)
                .one());
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .mapTo(String.class)
                .list();
    }

    /** Every address of the document that is asked by GET, with the examples of its parameters. */
    private static List<String> questions() {
        Map<String, Map<String, Object>> paths = get("/q/openapi?format=json").path("paths");
        return paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("get"))
                .map(Map.Entry::getKey)
                .filter(path -> !ELSEWHERE.contains(path))
                .map(QuestionsQuarkusTest::filled)
                .toList();
    }

    private static String filled(String path) {
        String id =
                path.startsWith("/api/v1/suspense") ? "1" : UUID.randomUUID().toString();
        String filled = path.replace("{group}", "amazon")
                .replace("{unit}", "store")
                .replace("{account}", "store:assets:cash")
                .replace("{period}", "2026-03")
                .replace("{book}", "free");
        filled = path.startsWith("/api/v1/entries") ? filled.replace("{id}", "sales-0-1") : filled.replace("{id}", id);
        return switch (path) {
            case "/api/v1/books/compare" -> filled + "?group=amazon&books=actual,free&metric=operating-income";
            case "/api/v1/groups/{group}/entries" -> filled + "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";
            default -> filled;
        };
    }
}
