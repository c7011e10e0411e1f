package dev.triad.ledger.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that do not fit together get a problem that says which, and why. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AnalysisQuarkusTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"revenues": {"a": "1"}}                                                        | A cost game has either pools
            {"revenues": {"a": "one"}, "pools": []}                                         | the revenue of a, 'one', is no decimal such as 4.5
            {"revenues": {"a": "-1"}, "pools": []}                                          | the revenue of a is negative: -1.
            {"revenues": {"a": "1"}, "pools": [], "ownCosts": {"b": "1"}}                   | In ownCosts, b is no player: the players are a.
            {"revenues": {"a": "1"}, "pools": [{"name": "p", "cost": "1/0", "users": ["a"]}]} | the cost of the pool p, '1/0', divides by zero.
            {"revenues": {"a": "1"}, "pools": [{"name": "p", "cost": "1", "users": ["a", "a"]}]} | A player is named twice in the users of the pool p.
            {"revenues": {"a": "1", "b": "1"}, "coalitions": [{"players": ["a"], "cost": "1"}]} | This is no cost game: there is no cost of serving b.
            {"revenues": {"a": "1"}, "pools": [{"name": "p", "cost": "1", "users": ["a"], "progressRatio": "0.8"}]} | the pool p has a progress ratio, and so needs the usage
            {"revenues": {"a": "1"}, "pools": [{"name": "p", "cost": "1", "users": ["a"], "usage": {"a": "1"}, "progressRatio": "0.4"}]} | a progress ratio is from 0.5 to 1, not 0.4
            {"revenues": {}, "pools": []}                                                   | revenues
            {"revenues": {"a": "1"}, "pools": [{"name": "p", "cost": "1"}]}                 | users
            """)
    void aCostGameThatCannotBeIsRefusedInWords(String game, String why) {
        assertRefused("cost-games", game, why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"departments": []}                                                             | departments
            {"departments": [{"name": "a", "kind": "other", "directCost": "1"}]}            | The kind of a is service or final, not 'other'.
            {"departments": [{"name": "a", "kind": "final", "directCost": "x"}]}            | the direct cost of a, 'x', is no decimal
            {"departments": [{"name": "s", "kind": "service", "directCost": "1", "usage": {"a": "1/3"}}]} | In departments, the shares of s sum to 1/3, and not to 1.
            {"departments": [{"name": "a", "kind": "final", "directCost": "1"}], "order": ["a"]} | the order names a, which is no service
            """)
    void departmentsThatDoNotFitAreRefusedInWords(String departments, String why) {
        assertRefused("allocations", departments, why);
    }

    @Test
    void numbersWithoutACommonDenominatorAreRefusedBeforeTheyCost() {
        // Given: fractions whose denominators have nothing in common, so that sums of them grow and grow
        StringBuilder pools = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            BigInteger prime =
                    BigInteger.TEN.pow(30).add(BigInteger.valueOf(1_000L * i)).nextProbablePrime();
            pools.append(i == 0 ? "" : ", ")
                    .append("{\"name\": \"p\", \"cost\": \"1/%s\", \"users\": [\"a\"]}".formatted(prime));
        }

        assertRefused(
                "cost-games",
                "{\"revenues\": {\"a\": \"1\"}, \"pools\": [" + pools + "]}",
                "no common denominator of at most 256 binary digits");
    }

    @Test
    void manyPlayersAreTestedInClosedForm() {
        String revenues = IntStream.range(0, 13)
                .mapToObj(i -> "\"p%d\": \"%d\"".formatted(i, i == 0 ? 5 : 0))
                .collect(Collectors.joining(", "));
        String users = IntStream.range(0, 13).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(", "));

        given().contentType("application/json")
                .body("{\"revenues\": {" + revenues
                        + "}, \"pools\": [{\"name\": \"all\", \"cost\": \"13\", \"users\": [" + users
                        + "]}, {\"name\": \"one\", \"cost\": \"2\", \"users\": [\"p1\"]}]}")
                .post("/api/v1/analysis/cost-games")
                .then()
                .statusCode(200)
                .body("everyCoalition", equalTo(false))
                .body("players[1].shapleyValue", equalTo("3"))
                .body("players[1].band", equalTo("definite-recipient"))
                .body("violations.find { it.coalition == ['p1'] }.amount", equalTo("2"));
    }

    private static void assertRefused(String analysis, String body, String why) {
        String problem = given().contentType("application/json")
                .body(body)
                .post("/api/v1/analysis/" + analysis)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(problem).contains("\"code\":\"invalid-", why);
    }
}
