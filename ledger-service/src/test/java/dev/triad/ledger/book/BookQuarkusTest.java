package dev.triad.ledger.book;

import static dev.triad.ledger.book.BookEvents.MARCH;
import static dev.triad.ledger.book.BookEvents.declared;
import static dev.triad.ledger.book.BookEvents.event;
import static dev.triad.ledger.book.BookEvents.rate;
import static dev.triad.ledger.book.BookEvents.returned;
import static dev.triad.ledger.book.BookEvents.sale;
import static dev.triad.ledger.book.BooksApi.balance;
import static dev.triad.ledger.book.BooksApi.balances;
import static dev.triad.ledger.book.BooksApi.compared;
import static dev.triad.ledger.book.BooksApi.documents;
import static dev.triad.ledger.book.BooksApi.exported;
import static dev.triad.ledger.book.BooksApi.level;
import static dev.triad.ledger.book.BooksApi.make;
import static dev.triad.ledger.book.StoreUsages.rounded;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.triad.events.CloudEvent;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.Rows;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Books beside the actual ones, with a real broker and a real database, while events stream in. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BookQuarkusTest {
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

    @Inject
    Rows rows;

    @Inject
    BookDatabase database;

    private final StoreUsages usages = new StoreUsages();

    @Test
    void aBookIsMadeWhileEventsStreamInAndFollowsThemToTheLastUnit() throws Exception {
        // Given: a history, and events that stream in
        String group = "what-if";
        String book = "marginal-cloud";
        Instant changed = MARCH.plus(Duration.ofDays(12));
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.0101", "0.03", MARCH));
            client.send(usages.of(group, "before", BEFORE));
            await().atMost(WAIT).until(() -> database.posted(group) >= BEFORE);
            List<List<CloudEvent>> parts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                parts.add(usages.of(group, "stream-" + i, STREAMED / 12));
            }
            Thread stream = Thread.ofVirtual().start(() -> parts.forEach(client::send));

            // When
            make(book, group, Map.of("transferPrice", Map.of("method", "marginal")))
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith("/api/v1/books/" + book))
                    .body("state", equalTo("rebuilding"));
            followBesides(book, stream);
            await().atMost(WAIT).until(() -> database.posted(group) >= BEFORE + STREAMED);
            level(book);

            // Then
            assertThat(balance(group, book, EXPENSE, null))
                    .isEqualByComparingTo(usages.charged("0.0101", "0.0101", changed));
            assertThat(balance(group, book, SUBSIDY, null))
                    .isEqualByComparingTo(usages.charged("0.05", "0.05", changed)
                            .subtract(usages.charged("0.0101", "0.0101", changed)));

            // And: a rate comes late, of which the actual book's prices are the same
            Map<String, BigDecimal> actual = balances(group, ACTUAL);
            client.send(rate(group, "late", "0.05", "0.0077", "0.03", changed));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(balance(group, book, EXPENSE, null))
                            .isEqualByComparingTo(usages.charged("0.0101", "0.0077", changed)));
            assertThat(balances(group, ACTUAL)).isEqualTo(actual);

            // And: a return that waits in suspense for its sale, both of which the book follows in one step
            CloudEvent sale = sale(group);
            try (Connection held = dataSource.getConnection()) {
                held.setAutoCommit(false);
                Rows.number(held, "select id from book where name = '" + book + "' for update");
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
        int id = (int) rows.number("select id from book where name = '" + book + "'");
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
        assertThat(balance(group, book, EXPENSE, moment))
                .isEqualByComparingTo(usages.charged("0.0101", "0.0077", changed, moment));

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
        assertThat(lines).isEqualTo(usages.count() + database.repriced(group));

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
    void theActualBookDoesNotNoticeAndADeletedBookFreesItsSpace() throws SQLException {
        // Given: what is said of the actual book of a group whose units charge nothing, byte by byte
        String group = "unnoticed";
        String book = "market-cloud";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group, TransferPriceMethod.FREE));
            client.send(rate(group, "first", "0.05", "0.01", "0.03", MARCH), sale(group));
            client.send(usages.of(group, "usage", 300));
            await().atMost(WAIT).until(() -> database.posted(group) >= 301);
        }
        List<String> before = documents(group);

        // When
        make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                .then()
                .statusCode(202);
        level(book);

        // Then
        assertThat(balance(group, book, EXPENSE, null)).isEqualByComparingTo(usages.charged("0.05", "0.05", MARCH));
        assertThat(documents(group)).isEqualTo(before);
        get("/api/v1/groups/" + group + "/accounts/" + EXPENSE + "/statement")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-account"));

        // And when it is deleted
        int id = (int) rows.number("select id from book where name = '" + book + "'");
        assertThat(rows.number("select count(*) from " + BookBalances.table(id)))
                .isPositive();
        given().delete("/api/v1/books/" + book).then().statusCode(204);

        // Then
        assertThat(rows.number("select count(*) from pg_class where relname = '" + BookBalances.table(id) + "'"))
                .isZero();
        assertThat(rows.number("select (select count(*) from book_account where book_id = " + id
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
            client.send(usages.of(group, "usage", 200));
            await().atMost(WAIT).until(() -> database.posted(group) >= 200);
        }
        make(book, group, Map.of("transferPrice", Map.of("method", "free")))
                .then()
                .statusCode(202);
        level(book);
        Map<String, BigDecimal> whole = balances(group, book);
        assertThat(whole).containsKey(SUBSIDY);

        // When: all is as a process leaves it that dies in the middle of a rebuild
        int id = (int) rows.number("select id from book where name = '" + book + "'");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            BookDatabase.update(
                    connection, "update " + BookBalances.table(id) + " set debit = debit + 7, postings = 1");
            BookDatabase.update(connection, "delete from book_cursor where book_id = " + id);
            BookDatabase.update(connection, "update book set state = 'rebuilding', entries_read = 3 where id = " + id);
            connection.commit();
        }

        // Then
        level(book);
        assertThat(balances(group, book)).isEqualTo(whole);
        assertThat(rows.number("select run from book where id = " + id)).isEqualTo(2);
    }

    @Test
    void aBookThatIsBeingMadeSaysSo() throws SQLException {
        // Given: a ledger that is at it, and does not come to an end
        String group = "unfinished";
        String book = "unfinished-free";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "first", "0.05", "0.01", "0.03", MARCH));
            client.send(usages.of(group, "usage", 30));
            await().atMost(WAIT).until(() -> database.posted(group) >= 30);
        }
        make(book, group, Map.of("transferPrice", Map.of("method", "free")))
                .then()
                .statusCode(202);
        level(book);
        int id = (int) rows.number("select id from book where name = '" + book + "'");
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            assertThat(Rows.number(other, "select pg_try_advisory_xact_lock(" + Rebuild.LOCK + ", " + id + ")::int"))
                    .isEqualTo(1);
            try (Connection connection = dataSource.getConnection()) {
                BookDatabase.update(connection, "update book set state = 'rebuilding' where id = " + id);
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
            client.send(usages.of(group, "before", 120));
            await().atMost(WAIT).until(() -> database.posted(group) >= 120);
            make(book, group, Map.of("transferPrice", Map.of("method", "market")))
                    .then()
                    .statusCode(202);
            level(book);
            BigDecimal closed = balance(group, book, EXPENSE, APRIL.minusNanos(1_000));
            List<PartitionCut> cut = database.cut();
            client.send(usages.of(group, "between", 120));
            await().atMost(WAIT).until(() -> database.posted(group) >= 240);
            level(book);
            assertThat(balance(group, book, EXPENSE, APRIL.minusNanos(1_000))).isGreaterThan(closed);

            // When
            client.send(event(new Source(group, "cloud"), APRIL, "closing", new PeriodClosed("2026-03", cut)));
            await().atMost(WAIT)
                    .until(() -> rows.number(
                                    "select count(*) from redating r join consolidation_group g on g.id = r.group_id"
                                            + " where g.name = '" + group + "'")
                            == 1);

            // Then
            await().atMost(WAIT).until(() -> rows.number("select run from book where name = '" + book + "'") == 2);
            level(book);
            assertThat(balance(group, book, EXPENSE, APRIL.minusNanos(1_000))).isEqualByComparingTo(closed);
            assertThat(balance(group, book, EXPENSE, null)).isEqualByComparingTo(usages.charged("0.05", "0.05", MARCH));
        }
    }

    private static Map<String, BigDecimal> withoutTransferPrices(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> others = new TreeMap<>(balances);
        others.keySet().removeIf(account -> account.contains(":intersegment:") || account.contains(":transfer-price:"));
        return others;
    }
}
