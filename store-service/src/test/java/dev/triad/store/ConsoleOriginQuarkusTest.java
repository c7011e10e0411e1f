package dev.triad.store;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which pages a browser may ask a unit's service; the setting is shared by all of them. */
@QuarkusTest
@TestProfile(QuietStore.class)
@QuarkusTestResource(KafkaTestResource.class)
class ConsoleOriginQuarkusTest {
    private static final String CONSOLE = "http://localhost:8080";
    private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOWED_METHODS = "Access-Control-Allow-Methods";
    private static final String SIMULATION = "/api/v1/simulation";

    @ParameterizedTest
    @ValueSource(strings = {CONSOLE, "http://127.0.0.1:8080"})
    void theConsoleMayAskAndSteer(String origin) {
        asksFrom(origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .options(SIMULATION)
                .then()
                .statusCode(200)
                .header(ALLOWED_ORIGIN, equalTo(origin))
                .header(ALLOWED_METHODS, containsString("PUT"));
        asksFrom(origin).get(SIMULATION).then().statusCode(200).header(ALLOWED_ORIGIN, equalTo(origin));
        asksFrom(origin).get("/q/health/live").then().statusCode(200).header(ALLOWED_ORIGIN, equalTo(origin));
    }

    @Test
    void theConsoleMayNotTrade() {
        asksFrom(CONSOLE)
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/orders")
                .then()
                .header(ALLOWED_METHODS, not(containsString("POST")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8089", "https://elsewhere.example"})
    void anotherPageIsRefused(String origin) {
        asksFrom(origin)
                .header("Access-Control-Request-Method", "PUT")
                .options(SIMULATION)
                .then()
                .statusCode(403)
                .header(ALLOWED_ORIGIN, nullValue());
        asksFrom(origin)
                .contentType("application/json")
                .body("{\"paused\": true}")
                .put(SIMULATION)
                .then()
                .statusCode(403);
    }

    private static RequestSpecification asksFrom(String origin) {
        return given().header("Origin", origin);
    }
}
