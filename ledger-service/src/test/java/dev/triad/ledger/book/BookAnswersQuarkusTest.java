package dev.triad.ledger.book;

import static dev.triad.ledger.book.BookEvents.MARCH;
import static dev.triad.ledger.book.BookEvents.declared;
import static dev.triad.ledger.book.BookEvents.event;
import static dev.triad.ledger.book.BookEvents.rate;
import static dev.triad.ledger.book.BookEvents.usage;
import static dev.triad.ledger.book.BooksApi.compared;
import static dev.triad.ledger.book.BooksApi.level;
import static dev.triad.ledger.book.BooksApi.make;
import static dev.triad.ledger.book.BooksApi.problem;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.triad.events.Source;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.Rows;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What books beside the actual ones answer when they are compared, and when they are refused or fail. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BookAnswersQuarkusTest {
    private static final Duration WAIT = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    DataSource dataSource;

    @Inject
    Rows rows;

    @Inject
    BookDatabase database;

    private final StoreUsages usages = new StoreUsages();

    @Test
    void booksAreComparedAtOneMomentThoughOneHasNotFollowedYet() throws SQLException {
        // Given: a book that somebody keeps from following, while events come in
        String group = "at-one-moment";
        String book = "at-one-moment-free";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages.of(group, "before", 60));
            await().atMost(WAIT).until(() -> database.posted(group) >= 60);
            make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                    .then()
                    .statusCode(202);
            level(book);
            int id = (int) rows.number("select id from book where name = '" + book + "'");
            try (Connection other = dataSource.getConnection()) {
                other.setAutoCommit(false);
                Rows.number(other, "select id from book where id = " + id + " for update");
                client.send(usages.of(group, "since", 60));
                client.send(rate(group, "late", "0.05", "0.01", "0.02", MARCH.plus(Duration.ofDays(2))));
                await().atMost(WAIT).until(() -> database.posted(group) >= 120 && database.repriced(group) > 0);
                assertThat(get("/api/v1/books/" + book).jsonPath().getLong("progress.linksBehind"))
                        .isPositive();

                // When, then: at the list price the store is charged what it is charged and what is imputed
                comparedAtOneMoment(group, book, "");
                comparedAtOneMoment(group, book, "&from=2026-03-03T10:20:00Z&to=2026-03-20T11:40:00Z");
                other.rollback();
            }
            level(book);
            comparedAtOneMoment(group, book, "");
        }
    }

    private static void comparedAtOneMoment(String group, String book, String span) {
        JsonPath charged = compared(group, book, "intersegment-revenue" + span);
        JsonPath imputed = compared(group, book, "imputed-subsidy" + span);
        String difference = charged.getString("rows.find { it.unit == 'cloud' }.values[1].difference");
        assertThat(new BigDecimal(difference)).isPositive();
        assertThat(difference).isEqualTo(imputed.getString("rows.find { it.grantor == 'cloud' }.values[0].amount"));
        assertThat(charged.getBoolean("atOneMoment")).isTrue();
        assertThat(charged.getInt("linksBehind.'" + book + "'")).isZero();
    }

    @Test
    void aBookWhoseAmountsDoNotFitFailsAndSaysWhy() {
        // Given: usage that costs nine billion
        String group = "too-dear";
        String book = "far-too-dear";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "9000000000", "1", "9000000000", MARCH));
            client.send(
                    event(new Source(group, "cloud"), MARCH.plusSeconds(60), "one", usage("store", BigDecimal.ONE)));
            await().atMost(WAIT).until(() -> database.posted(group) >= 1);
        }

        // When
        make(book, group, Map.of("transferPrice", Map.of("method", "cost-plus", "markup", "100")))
                .then()
                .statusCode(202);

        // Then
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/books/" + book)
                        .then()
                        .body("state", equalTo("failed"))
                        .body("detail", containsString("does not fit 64 bits")));
        get("/api/v1/groups/" + group + "/trial-balance?book=" + book)
                .then()
                .statusCode(409)
                .body("code", equalTo("book-failed"));
    }

    @Test
    void whatIsNoBookIsRefusedWithItsReason() {
        // Given
        String group = "refused-books";
        String other = "another-group";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), declared(other));
        }
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/groups/" + other).then().statusCode(200));
        Map<String, Object> free = Map.of("transferPrice", Map.of("method", "free"));
        make("free-books", group, free).then().statusCode(202);
        level("free-books");

        // When, then
        make("free-books", group, free).then().statusCode(200).body("state", equalTo("live"));
        problem(make("free-books", group, Map.of()), 409, "book-exists", "delete it first");
        problem(make("free-books", other, free), 409, "book-exists", "delete it first");
        problem(make("actual", group, free), 400, "invalid-body", "none of actual, compare");
        problem(make("Not a name", group, free), 400, "invalid-body", "book must be a name");
        problem(make("nowhere", "nowhere", free), 404, "unknown-group", "nowhere");
        problem(
                make("priced", group, Map.of("transferPrice", Map.of("method", "list"))),
                400,
                "invalid-body",
                "one of free, marginal, full-cost, cost-plus, market");
        problem(
                make("priced", group, Map.of("transferPriceOf", Map.of("compute", Map.of("method", "cost-plus")))),
                400,
                "invalid-body",
                "needs a markup");
        problem(
                make("lonely", group, Map.of("withoutUnits", List.of("attic"))),
                400,
                "invalid-body",
                "has no unit attic");
        problem(
                get("/api/v1/groups/" + other + "/trial-balance?book=free-books"),
                404,
                "unknown-book",
                "is one of " + group);
        problem(get("/api/v1/groups/" + group + "/accounts?book=none"), 404, "unknown-book", "no book none");
        problem(
                get("/api/v1/books/compare?group=" + group + "&books=actual,free-books&metric=profit"),
                400,
                "invalid-parameter",
                "operating-income, intersegment-revenue, imputed-subsidy, external-revenue");
        problem(
                get("/api/v1/books/compare?group=" + group + "&books=actual,actual&metric=operating-income"),
                400,
                "invalid-parameter",
                "each once");
    }

    @Test
    void thereAreOnlySoManyBooks() {
        // Given
        String group = "many-books";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group));
        }
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/groups/" + group).then().statusCode(200));
        List<String> made = new ArrayList<>();

        // When
        Response last;
        do {
            made.add("one-of-many-" + made.size());
            last = make(made.getLast(), group, Map.of());
        } while (last.statusCode() == 202);

        // Then
        problem(last, 409, "too-many-books", "There are 32 books");
        made.removeLast();
        made.forEach(book -> given().delete("/api/v1/books/" + book).then().statusCode(204));
    }
}
