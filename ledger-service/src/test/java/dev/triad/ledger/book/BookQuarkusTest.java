package dev.triad.ledger.book;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books beside the actual ones, with a real broker and a real database, while events stream in. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BookQuarkusTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final String ACTUAL = "actual";
    private static final String EXPENSE = "store:expenses:intersegment:cloud:compute";
    private static final String SUBSIDY = "store:memo:imputed-subsidy:transfer-price:received:cloud";

    private static final int BEFORE = 2_400;

    private static final int STREAMED = 1_200;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    DataSource dataSource;

    @Inject
    Follow follow;

    /** A usage by the store: all that its charge depends on. */
    private record Used(Instant time, BigDecimal quantity) {}

    private final List<Used> used = new ArrayList<>();

    @Test
    void aBookIsMadeWhileEventsStreamInAndFollowsThemToTheLastUnit() throws Exception {
        // Given: a history, and events that stream in
        String group = "what-if";
        String book = "marginal-cloud";
        Instant changed = MARCH.plus(Duration.ofDays(12));
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.0101", "0.03", MARCH));
            client.send(usages(group, "before", BEFORE));
            await().atMost(WAIT).until(() -> posted(group) >= BEFORE);
            List<List<CloudEvent>> parts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                parts.add(usages(group, "stream-" + i, STREAMED / 12));
            }
            Thread stream = Thread.ofVirtual().start(() -> parts.forEach(client::send));

            // When
            make(book, group, Map.of("transferPrice", Map.of("method", "marginal")))
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith("/api/v1/books/" + book))
                    .body("state", equalTo("rebuilding"));
            followBesides(book, stream);
            await().atMost(WAIT).until(() -> posted(group) >= BEFORE + STREAMED);
            level(book);

            // Then
            assertThat(balance(group, book, EXPENSE, null)).isEqualByComparingTo(charged("0.0101", "0.0101", changed));
            assertThat(balance(group, book, SUBSIDY, null))
                    .isEqualByComparingTo(
                            charged("0.05", "0.05", changed).subtract(charged("0.0101", "0.0101", changed)));

            // And: a rate comes late, of which the actual book's prices are the same
            Map<String, BigDecimal> actual = balances(group, ACTUAL);
            client.send(rate(group, "late", "0.05", "0.0077", "0.03", changed));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(balance(group, book, EXPENSE, null))
                            .isEqualByComparingTo(charged("0.0101", "0.0077", changed)));
            assertThat(balances(group, ACTUAL)).isEqualTo(actual);

            // And: a return that waits in suspense for its sale, both of which the book follows in one step
            CloudEvent sale = sale(group);
            try (Connection held = dataSource.getConnection()) {
                held.setAutoCommit(false);
                number(held, "select id from book where name = '" + book + "' for update");
                client.send(returned(group, sale));
                await().atMost(WAIT)
                        .untilAsserted(() -> assertThat(get("/api/v1/suspense?state=waiting&group=" + group)
                                        .jsonPath()
                                        .getList("items"))
                                .hasSize(1));
                client.send(sale);
                await().atMost(WAIT)
                        .untilAsserted(
                                () -> assertThat(balances(group, ACTUAL)).containsKey("store:revenue:returns:matched"));
                assertThat(balances(group, book)).doesNotContainKey("store:assets:cash");
                held.rollback();
            }
            level(book);
        }
        assertThat(withoutTransferPrices(balances(group, book)))
                .isEqualTo(withoutTransferPrices(balances(group, ACTUAL)))
                .containsKey("store:revenue:returns:matched");

        // And: every question that takes a book answers from it, to the last unit
        answersAgree(group, book, changed);
        assertThat(get("/api/v1/books/" + book).jsonPath().getLong("progress.entriesRead"))
                .isPositive()
                .isEqualTo(get("/api/v1/books/" + book).jsonPath().getLong("progress.entriesTotal"));
    }

    /** As other ledgers would: several bring the book on at the same time, while events stream in. */
    private void followBesides(String book, Thread stream) throws Exception {
        int id = number("select id from book where name = '" + book + "'");
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(Thread.ofPlatform().start(() -> {
                while (stream.isAlive()) {
                    try {
                        follow.step(id);
                    } catch (SQLException e) {
                        // Another one was there first; that is what is tried here.
                        assertThat(e.getSQLState()).isEqualTo("40001");
                    }
                }
            }));
        }
        stream.join();
        for (Thread other : others) {
            other.join();
        }
    }

    private void answersAgree(String group, String book, Instant changed) throws SQLException {
        // In the middle of an hour
        Instant moment = changed.plus(Duration.ofDays(3)).plusSeconds(1_234);
        List<Used> until =
                used.stream().filter(one -> !one.time().isAfter(moment)).toList();
        assertThat(balance(group, book, EXPENSE, moment))
                .isEqualByComparingTo(charged(until, "0.0101", "0.0077", changed));

        // By day, with both edges in the middle of an hour
        Instant start = MARCH.plusSeconds(5_000);
        JsonPath subsidies = get("/api/v1/groups/%s/subsidies?book=%s&interval=day&from=%s&to=%s"
                        .formatted(group, book, start, moment))
                .jsonPath();
        List<Map<String, Object>> days = subsidies.getList("series");
        BigDecimal sum = days.stream().map(BookQuarkusTest::amountOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(new BigDecimal(subsidies.getString("gross[0].amount")))
                .isEqualByComparingTo(balance(group, book, SUBSIDY, moment.minusNanos(1_000))
                        .subtract(balance(group, book, SUBSIDY, start.minusNanos(1_000))));

        // A statement, page by page, has every entry with its running balance
        BigDecimal running = BigDecimal.ZERO;
        String cursor = "";
        int lines = 0;
        do {
            JsonPath page = given().queryParam("book", book)
                    .queryParam("limit", 500)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/groups/" + group + "/accounts/" + EXPENSE + "/statement")
                    .jsonPath();
            assertThat(new BigDecimal(page.getString("openingBalance"))).isEqualByComparingTo(running);
            for (String amount : page.getList("lines.amount", String.class)) {
                running = running.add(new BigDecimal(amount));
                lines++;
            }
            assertThat(new BigDecimal(page.getString("closingBalance"))).isEqualByComparingTo(running);
            cursor = page.getString("nextCursor") == null ? "" : page.getString("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(running).isEqualByComparingTo(balance(group, book, EXPENSE, null));
        assertThat(lines).isEqualTo(used.size() + repriced(group));

        // The export adds up to the balances
        assertThat(exported(group, book)).isEqualTo(balances(group, book));

        // An entry by its name, and what the actual book makes of it
        String entry = given().queryParam("book", book)
                .queryParam("limit", 1)
                .get("/api/v1/groups/" + group + "/accounts/" + EXPENSE + "/statement")
                .path("lines[0].entry");
        BigDecimal quantity = new BigDecimal(
                get("/api/v1/entries/" + entry).path("rate.quantity").toString());
        get("/api/v1/entries/" + entry + "?book=" + book)
                .then()
                .statusCode(200)
                .body("unexplained", containsString("without book="))
                .body(
                        "postings.find { it.account == '" + EXPENSE + "' }.amount",
                        equalTo(rounded(quantity, "0.0101").toPlainString()));
        get("/api/v1/entries/" + entry)
                .then()
                .body(
                        "postings.find { it.account == '" + EXPENSE + "' }.amount",
                        equalTo(rounded(quantity, "0.03").toPlainString()));

        // Side by side with the actual book
        JsonPath compared = get("/api/v1/books/compare?group=%s&books=actual,%s&metric=intersegment-revenue"
                        .formatted(group, book))
                .jsonPath();
        assertThat(compared.getString("rows.find { it.unit == 'cloud' }.values[1].amount"))
                .isEqualTo(balance(group, book, EXPENSE, null).toPlainString());
        assertThat(new BigDecimal(compared.getString("rows.find { it.unit == 'cloud' }.values[1].difference")))
                .isEqualByComparingTo(
                        balance(group, book, EXPENSE, null).subtract(balance(group, ACTUAL, EXPENSE, null)));
        String income = "/api/v1/groups/%s/units/store/income-statement?book=".formatted(group);
        assertThat(get("/api/v1/books/compare?group=%s&books=actual,%s&metric=operating-income".formatted(group, book))
                        .jsonPath()
                        .getList("rows.find { it.unit == 'store' }.values.amount", String.class))
                .containsExactly(
                        get(income + ACTUAL).path("operatingIncome"),
                        get(income + book).path("operatingIncome"));
        get("/api/v1/groups/" + group + "/trial-balance?book=" + book).then().body("balanced", equalTo(true));
    }

    private static BigDecimal amountOf(Map<String, Object> day) {
        List<?> gross = (List<?>) Objects.requireNonNull(day.get("gross"));
        return new BigDecimal(String.valueOf(((Map<?, ?>) gross.getFirst()).get("amount")));
    }

    @Test
    void booksAreComparedAtOneMomentThoughOneHasNotFollowedYet() throws SQLException {
        // Given: a book that somebody keeps from following, while events come in
        String group = "at-one-moment";
        String book = "at-one-moment-free";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages(group, "before", 60));
            await().atMost(WAIT).until(() -> posted(group) >= 60);
            make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                    .then()
                    .statusCode(202);
            level(book);
            int id = number("select id from book where name = '" + book + "'");
            try (Connection other = dataSource.getConnection()) {
                other.setAutoCommit(false);
                number(other, "select id from book where id = " + id + " for update");
                client.send(usages(group, "since", 60));
                client.send(rate(group, "late", "0.05", "0.01", "0.02", MARCH.plus(Duration.ofDays(2))));
                await().atMost(WAIT).until(() -> posted(group) >= 120 && repriced(group) > 0);
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

    private static JsonPath compared(String group, String book, String metric) {
        return get("/api/v1/books/compare?group=%s&books=actual,%s&metric=%s".formatted(group, book, metric))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theActualBookDoesNotNoticeAndADeletedBookFreesItsSpace() throws SQLException {
        // Given: what is said of the actual book of a group whose units charge nothing, byte by byte
        String group = "unnoticed";
        String book = "market-cloud";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group, TransferPriceMethod.FREE));
            client.send(rate(group, "first", "0.05", "0.01", "0.03", MARCH), sale(group));
            client.send(usages(group, "usage", 300));
            await().atMost(WAIT).until(() -> posted(group) >= 301);
        }
        List<String> before = documents(group);

        // When
        make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                .then()
                .statusCode(202);
        level(book);

        // Then
        assertThat(balance(group, book, EXPENSE, null)).isEqualByComparingTo(charged("0.05", "0.05", MARCH));
        assertThat(documents(group)).isEqualTo(before);
        get("/api/v1/groups/" + group + "/accounts/" + EXPENSE + "/statement")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-account"));

        // And when it is deleted
        int id = number("select id from book where name = '" + book + "'");
        assertThat(number("select count(*) from " + BookBalances.table(id))).isPositive();
        given().delete("/api/v1/books/" + book).then().statusCode(204);

        // Then
        assertThat(number("select count(*) from pg_class where relname = '" + BookBalances.table(id) + "'"))
                .isZero();
        assertThat(number("select (select count(*) from book_account where book_id = " + id
                        + ") + (select count(*) from book_cursor where book_id = " + id + ")"))
                .isZero();
        get("/api/v1/books/" + book).then().statusCode(404).body("code", equalTo("unknown-book"));
        given().delete("/api/v1/books/" + book).then().statusCode(404);
        get("/api/v1/groups/" + group + "/trial-balance?book=" + book)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-book"));
        assertThat(documents(group)).isEqualTo(before);
    }

    @Test
    void aRebuildThatWasInterruptedBeginsAnew() throws SQLException {
        // Given
        String group = "interrupted";
        String book = "interrupted-free";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages(group, "usage", 200));
            await().atMost(WAIT).until(() -> posted(group) >= 200);
        }
        make(book, group, Map.of("transferPrice", Map.of("method", "free")))
                .then()
                .statusCode(202);
        level(book);
        Map<String, BigDecimal> whole = balances(group, book);
        assertThat(whole).containsKey(SUBSIDY);

        // When: all is as a process leaves it that dies in the middle of a rebuild
        int id = number("select id from book where name = '" + book + "'");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            update(connection, "update " + BookBalances.table(id) + " set debit = debit + 7, postings = 1");
            update(connection, "delete from book_cursor where book_id = " + id);
            update(connection, "update book set state = 'rebuilding', entries_read = 3 where id = " + id);
            connection.commit();
        }

        // Then
        level(book);
        assertThat(balances(group, book)).isEqualTo(whole);
        assertThat(number("select run from book where id = " + id)).isEqualTo(2);
    }

    @Test
    void aBookThatIsBeingMadeSaysSo() throws SQLException {
        // Given: a ledger that is at it, and does not come to an end
        String group = "unfinished";
        String book = "unfinished-free";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages(group, "usage", 30));
            await().atMost(WAIT).until(() -> posted(group) >= 30);
        }
        make(book, group, Map.of("transferPrice", Map.of("method", "free")))
                .then()
                .statusCode(202);
        level(book);
        int id = number("select id from book where name = '" + book + "'");
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            assertThat(number(other, "select pg_try_advisory_xact_lock(" + Rebuild.LOCK + ", " + id + ")::int"))
                    .isEqualTo(1);
            try (Connection connection = dataSource.getConnection()) {
                update(connection, "update book set state = 'rebuilding' where id = " + id);
            }

            // When, then
            get("/api/v1/groups/" + group + "/trial-balance?book=" + book)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("book-rebuilding"));
            other.rollback();
        }
        level(book);
        get("/api/v1/groups/" + group + "/trial-balance?book=" + book).then().statusCode(200);
    }

    @Test
    void aClosingThatDatesEntriesAnewHasTheBookMadeAnew() throws SQLException {
        // Given: a book, a cut, and after it usage of the month, before the log hears of the closing
        String group = "closed-what-if";
        String book = "closed-market";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages(group, "before", 120));
            await().atMost(WAIT).until(() -> posted(group) >= 120);
            make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                    .then()
                    .statusCode(202);
            level(book);
            BigDecimal closed = balance(group, book, EXPENSE, APRIL.minusNanos(1_000));
            List<PartitionCut> cut = cut();
            client.send(usages(group, "between", 120));
            await().atMost(WAIT).until(() -> posted(group) >= 240);
            level(book);
            assertThat(balance(group, book, EXPENSE, APRIL.minusNanos(1_000))).isGreaterThan(closed);

            // When
            client.send(event(new Source(group, "cloud"), APRIL, "closing", new PeriodClosed("2026-03", cut)));
            await().atMost(WAIT)
                    .until(() ->
                            number("select count(*) from redating r join consolidation_group g on g.id = r.group_id"
                                            + " where g.name = '" + group + "'")
                                    == 1);

            // Then
            await().atMost(WAIT).until(() -> number("select run from book where name = '" + book + "'") == 2);
            level(book);
            assertThat(balance(group, book, EXPENSE, APRIL.minusNanos(1_000))).isEqualByComparingTo(closed);
            assertThat(balance(group, book, EXPENSE, null)).isEqualByComparingTo(charged("0.05", "0.05", MARCH));
        }
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
            await().atMost(WAIT).until(() -> posted(group) >= 1);
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

    private static void problem(Response response, int status, String code, String words) {
        ValidatableResponse answer = response.then().statusCode(status);
        answer.contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(words));
    }

    private static Response make(String book, String group, Map<String, Object> policy) {
        Map<String, Object> request = new HashMap<>();
        request.put("book", book);
        request.put("group", group);
        request.put("title", "What if");
        request.put("policy", policy);
        return given().contentType("application/json").body(request).post("/api/v1/books");
    }

    /** Waits until a book has followed all there is. */
    private static void level(String book) {
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/books/" + book)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("live"))
                        .body("progress.linksBehind", equalTo(0)));
    }

    private static List<String> documents(String group) {
        String at = "/api/v1/groups/" + group;
        List<String> documents = new ArrayList<>();
        for (String path : List.of(
                "/accounts?limit=1000",
                "/trial-balance",
                "/accounts/store:assets:cash/statement",
                "/units/store/income-statement",
                "/units/cloud/income-statement",
                "/subsidies?interval=day",
                "/export?format=hledger",
                "/export?format=beancount",
                "/export?format=csv")) {
            documents.add(get(at + path).then().statusCode(200).extract().asString());
        }
        return documents;
    }

    private static BigDecimal balance(String group, String book, String account, @Nullable Instant asOf) {
        Response answer = given().queryParam("book", book)
                .queryParams(asOf == null ? Map.of() : Map.of("asOf", asOf.toString()))
                .get("/api/v1/groups/" + group + "/accounts/" + account);
        return answer.statusCode() == 404
                ? BigDecimal.ZERO
                : new BigDecimal(answer.path("balance").toString());
    }

    /** Other than zero, by account. */
    private static Map<String, BigDecimal> balances(String group, String book) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        List<Map<String, Object>> accounts = get("/api/v1/groups/" + group + "/trial-balance?book=" + book)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("accounts");
        accounts.forEach(account -> balances.put(
                String.valueOf(account.get("account")), new BigDecimal(String.valueOf(account.get("balance")))));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private static Map<String, BigDecimal> exported(String group, String book) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        get("/api/v1/groups/" + group + "/export?format=csv&book=" + book)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(columns -> sums.merge(columns[5], new BigDecimal(columns[6]), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static Map<String, BigDecimal> withoutTransferPrices(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> others = new TreeMap<>(balances);
        others.keySet().removeIf(account -> account.contains(":intersegment:") || account.contains(":transfer-price:"));
        return others;
    }

    /** What the store is charged for all that it used, each usage rounded by itself. */
    private BigDecimal charged(String price, String later, Instant changed) {
        return charged(used, price, later, changed);
    }

    private static BigDecimal charged(Collection<Used> usages, String price, String later, Instant changed) {
        return usages.stream()
                .map(one -> rounded(one.quantity(), one.time().isBefore(changed) ? price : later))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal rounded(BigDecimal quantity, String price) {
        return quantity.multiply(new BigDecimal(price)).setScale(9, RoundingMode.HALF_EVEN);
    }

    private List<PartitionCut> cut() throws SQLException {
        List<PartitionCut> cut = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from intake_offset");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                cut.add(new PartitionCut(LogTopics.name(rows.getInt(1)), rows.getInt(2), rows.getLong(3), List.of()));
            }
        }
        return cut;
    }

    private int posted(String group) throws SQLException {
        return entries(group, "e.revision = 0 and e.accounts <> '{}'");
    }

    private int repriced(String group) throws SQLException {
        return entries(group, "e.revision > 0 and k.consumer = 'store'");
    }

    private int entries(String group, String condition) throws SQLException {
        return number("select count(*) from entry e join consolidation_group g on g.id = e.group_id"
                + " left join usage_key k on k.id = e.usage_key where g.name = '" + group + "' and " + condition);
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return number(connection, sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        }
    }

    private static CloudEvent declared(String group) {
        return declared(group, TransferPriceMethod.FULL_COST);
    }

    private static CloudEvent declared(String group, TransferPriceMethod method) {
        return event(
                new Source(group, "cloud"),
                MARCH,
                "group",
                new GroupDeclared(
                        group,
                        Asset.parse("USD/9"),
                        method,
                        List.of(
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("store", "Store", List.of()))));
    }

    private static CloudEvent rate(String group, String name, String list, String marginal, String full, Instant from) {
        return event(
                new Source(group, "cloud"),
                from,
                "rate-" + name,
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal(list),
                        new BigDecimal(marginal),
                        new BigDecimal(full),
                        from));
    }

    private static CloudEvent sale(String group) {
        return event(
                new Source(group, "store"),
                MARCH.plus(Duration.ofDays(2)),
                "order",
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "mug", "kitchen", LineKind.GOODS, BigDecimal.TWO, BigDecimal.TEN, new BigDecimal("6"))),
                        null,
                        List.of(new Attribution("cloud", "search", "2026-w09", new BigDecimal("0.5")))));
    }

    private static CloudEvent returned(String group, CloudEvent sale) {
        return event(
                new Source(group, "store"),
                MARCH.plus(Duration.ofDays(3)),
                "back",
                new SaleReturned(sale.id(), List.of(new ReturnLine(1, "mug", BigDecimal.ONE, null)), null));
    }

    /** Usages over March, by a customer outside and by the store, of which the latter are kept in mind. */
    private List<CloudEvent> usages(String group, String name, int count) {
        List<CloudEvent> usages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean internal = i % 3 == 0;
            Instant time = MARCH.plusSeconds(61 + i * 4_999L % 2_400_000);
            BigDecimal quantity = BigDecimal.valueOf(i * 7L + 1, 6);
            if (internal) {
                used.add(new Used(time, quantity));
            }
            usages.add(event(
                    new Source(group, "cloud"), time, name + "-" + i, usage(internal ? "store" : "acme", quantity)));
        }
        return usages;
    }

    private static UsageRecorded usage(String consumer, BigDecimal quantity) {
        return new UsageRecorded(
                "cloud",
                consumer,
                consumer.equals("store") ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                "compute",
                quantity,
                "hour",
                null,
                Map.of());
    }

    private static CloudEvent event(Source source, Instant time, String name, Event data) {
        UUID id = EventIds.derived(time, source, name);
        return new CloudEvent(id, source, name, time, data);
    }
}
