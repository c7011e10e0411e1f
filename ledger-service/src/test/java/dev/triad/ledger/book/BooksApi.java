package dev.triad.ledger.book;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a test asks for books and of them, over HTTP. */
final class BooksApi {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private BooksApi() {}

    static Response make(String book, String group, Map<String, Object> policy) {
        Map<String, Object> request = new HashMap<>();
        request.put("book", book);
        request.put("group", group);
        request.put("title", "What if");
        request.put("policy", policy);
        return given().contentType("application/json").body(request).post("/api/v1/books");
    }

    /** Waits until a book has followed all there is. */
    static void level(String book) {
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/books/" + book)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("live"))
                        .body("progress.linksBehind", equalTo(0)));
    }

    static BigDecimal balance(String group, String book, String account, @Nullable Instant asOf) {
        Response answer = given().queryParam("book", book)
                .queryParams(asOf == null ? Map.of() : Map.of("asOf", asOf.toString()))
                .get("/api/v1/groups/" + group + "/accounts/" + account);
        return answer.statusCode() == 404
                ? BigDecimal.ZERO
                : new BigDecimal(answer.path("balance").toString());
    }

    /** Other than zero, by account. */
    static Map<String, BigDecimal> balances(String group, String book) {
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

    static JsonPath compared(String group, String book, String metric) {
        return get("/api/v1/books/compare?group=%s&books=actual,%s&metric=%s".formatted(group, book, metric))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Map<String, BigDecimal> exported(String group, String book) {
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

    static List<String> documents(String group) {
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

    static void problem(Response response, int status, String code, String words) {
        ValidatableResponse answer = response.then().statusCode(status);
        answer.contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(words));
    }
}
