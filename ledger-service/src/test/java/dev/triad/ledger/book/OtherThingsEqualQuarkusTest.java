package dev.triad.ledger.book;

import static dev.triad.ledger.book.BookEvents.MARCH;
import static dev.triad.ledger.book.BookEvents.declared;
import static dev.triad.ledger.book.BookEvents.event;
import static dev.triad.ledger.book.BookEvents.rate;
import static dev.triad.ledger.book.BookEvents.usage;
import static dev.triad.ledger.book.BooksApi.balances;
import static dev.triad.ledger.book.BooksApi.level;
import static dev.triad.ledger.book.BooksApi.make;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.LineKind;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.LedgerClient;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books in which customers pay or use more or less, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OtherThingsEqualQuarkusTest {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final String COST_OF_MORE = "cloud:expenses:cost-pool:outside-demand-compute:variable:external";
    private static final DeclaredUnit CLOUD = new DeclaredUnit("cloud", "Cloud", List.of());
    private static final DeclaredUnit STORE = new DeclaredUnit("store", "Store", List.of());
    private static final DeclaredUnit DEVICES = new DeclaredUnit("device", "Devices", List.of("store"));
    private static final Map<String, Object> FACTORS = Map.of(
            "devicePrice", Map.of("factor", "1.10"),
            "takeRate", Map.of("factor", "0.5"),
            "outsideDemand", Map.of("factor", "1.5"));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void aBookOfAnotherBusinessFollowsTheActualOneWithAllElseEqual() {
        // Given: a device sold at a loss of 3, two fees of which one came back, and 100 hours by a customer outside
        String group = "other-things";
        String book = "other-business";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(
                    declared(group, TransferPriceMethod.FULL_COST, CLOUD, STORE, DEVICES),
                    rate(group, "first", "0.04", "0.01", "0.03", MARCH.minusSeconds(2)));
            CloudEvent fees = sale(group, "store", line("commission", LineKind.FEE, "2", "2", null));
            client.send(fees, sale(group, "device", line("echo", LineKind.DEVICE, "1", "20", "23")));
            client.send(
                    event(new Source(group, "cloud"), MARCH, "usage", usage("acme", new BigDecimal("100"))),
                    returned(fees));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(balances(group, "actual"))
                            .containsKeys(
                                    "store:revenue:returns:matched:fee",
                                    "device:assets:cash",
                                    "cloud:assets:receivables:acme"));

            // When
            make(book, group, FACTORS).then().statusCode(202).body("policy.devicePrice.factor", equalTo("1.1"));
            level(book);

            // Then
            Map<String, BigDecimal> balances = balances(group, book);
            assertThat(amounts(balances, "store:revenue:external:fee", "store:revenue:returns:matched:fee"))
                    .containsExactly("-2", "1");
            assertThat(amounts(
                            balances,
                            "device:revenue:external:device:echo:2026-w09",
                            "device:memo:imputed-subsidy:storefront:received:store:echo:2026-w09",
                            "store:memo:imputed-subsidy:storefront:granted:device"))
                    .containsExactly("-22", "1", "-1");
            assertThat(amounts(balances, "cloud:revenue:external:compute", COST_OF_MORE, "cloud:liabilities:vendors"))
                    .containsExactly("-6", "0.5", "-0.5");
            assertThat(balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isZero();

            // And: a rate comes late, of which the marginal price alone is another
            client.send(rate(group, "late", "0.04", "0.02", "0.03", MARCH.minusSeconds(1)));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(amounts(balances(group, book), COST_OF_MORE))
                            .containsExactly("1"));
            statementsAgree(group, book);
            assertThat(balances(group, "actual").keySet()).noneMatch(account -> account.contains("outside-demand"));
        }
        given().delete("/api/v1/books/" + book).then().statusCode(204);
    }

    /** What reads accounts by their names finds the new one. */
    private static void statementsAgree(String group, String book) {
        String at = "/api/v1/groups/" + group;
        JsonPath income = json(at + "/units/cloud/income-statement?book=" + book);
        assertThat(new BigDecimal(income.getString("sections.find { it.section == 'cost-pools' }.amount")))
                .isEqualByComparingTo("1");
        assertThat(new BigDecimal(income.getString("operatingIncome"))).isEqualByComparingTo("5");
        assertThat(json(at + "/accounts/" + COST_OF_MORE + "/statement?book=" + book)
                        .getList("lines"))
                .hasSize(2);
        assertThat(json(at + "/subsidy-tests?book=" + book).getString("providers[0].provider"))
                .isEqualTo("cloud");
        assertThat(json(at + "/consolidation?book=" + book).getBoolean("eliminated"))
                .isTrue();
        get(at + "/claims?book=" + book).then().statusCode(200);
        JsonPath compared =
                json("/api/v1/books/compare?group=" + group + "&books=actual," + book + "&metric=operating-income");
        assertThat(new BigDecimal(compared.getString("rows.find { it.unit == 'cloud' }.values[1].difference")))
                .isEqualByComparingTo("1");
    }

    @Test
    void whatIsNoFactorIsRefusedAndOneOfOneIsAsDeclared() {
        // Given
        String group = "no-factors";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group, TransferPriceMethod.FULL_COST, CLOUD, STORE, DEVICES));
        }
        await().atMost(WAIT)
                .untilAsserted(() -> get("/api/v1/groups/" + group).then().statusCode(200));

        // When
        Response high = make("none", group, Map.of("takeRate", Map.of("factor", "100.1")));
        Response word = make("none", group, Map.of("outsideDemand", Map.of("factor", "more")));
        Response empty = make("none", group, Map.of("devicePrice", Map.of()));
        Response one = make("one", group, Map.of("devicePrice", Map.of("factor", "1.00")));

        // Then
        high.then().statusCode(400).body("detail", containsString("takeRate.factor must be from 0 to 100"));
        word.then().statusCode(400).body("detail", containsString("outsideDemand.factor must be a number as a text"));
        empty.then().statusCode(400);
        one.then().statusCode(202).body("policy.devicePrice", nullValue());
        make("one", group, Map.of()).then().statusCode(200);
        given().delete("/api/v1/books/one").then().statusCode(204);
    }

    private static JsonPath json(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> amounts(Map<String, BigDecimal> balances, String... accounts) {
        return List.of(accounts).stream()
                .map(account -> balances.getOrDefault(account, BigDecimal.ZERO)
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    private static SaleLine line(String sku, LineKind kind, String quantity, String price, @Nullable String cost) {
        return new SaleLine(
                sku,
                "things",
                kind,
                new BigDecimal(quantity),
                new BigDecimal(price),
                cost == null ? null : new BigDecimal(cost));
    }

    private static CloudEvent sale(String group, String unit, SaleLine line) {
        return event(
                new Source(group, unit), MARCH, "sale", new SaleRecorded("web", null, List.of(line), null, List.of()));
    }

    private static CloudEvent returned(CloudEvent sale) {
        return event(
                sale.source(),
                MARCH,
                "back",
                new SaleReturned(sale.id(), List.of(new ReturnLine(1, "commission", BigDecimal.ONE, null)), null));
    }
}
