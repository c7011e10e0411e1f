package dev.triad.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.testing.IssuerTestResource;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.LimitsContract;
import dev.triad.testing.TokenMint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Where access is controlled, a client is who its token names, and who names nobody is counted by address. */
@QuarkusTest
@TestProfile(LimitedNamesQuarkusTest.Controlled.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class LimitedNamesQuarkusTest {
    private static final int MANY = 200;
    private static final int TOO_MANY = 429;

    @ConfigProperty(name = IssuerTestResource.PRIVATE_KEY)
    String key;

    /** Little of everything. */
    public static final class Controlled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QuietStore().getConfigOverrides());
            settings.putAll(LimitsContract.SETTINGS);
            // Of connections RestAssured takes one for each request.
            settings.remove(LimitsContract.CONNECTIONS_SETTING);
            return settings;
        }
    }

    @Test
    void whoAsksTooMuchTakesNothingFromOthersAtTheSameAddress() {
        // Given
        String eve = token("eve");

        // When
        List<Response> answers = many(() -> ask(eve));

        // Then
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        assertThat(refused(answers)).isPresent();
        assertThat(ask(token("adam")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTriesTokensIsToldToStop() {
        // When
        List<Response> answers = many(() -> ask("guessed"));

        // Then
        assertThat(answers.getFirst().statusCode()).isEqualTo(401);
        Response refused = refused(answers).orElseThrow();
        assertThat(refused.path("code").toString()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.header("WWW-Authenticate")).isNull();
        assertThat(ask(token("seth")).statusCode()).isEqualTo(200);
    }

    private interface Question {
        Response ask();
    }

    private static List<Response> many(Question question) {
        return IntStream.range(0, MANY).mapToObj(_ -> question.ask()).toList();
    }

    private static Optional<Response> refused(List<Response> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == TOO_MANY)
                .findFirst();
    }

    private static Response ask(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/catalogue?group=amazon");
    }

    private String token(String name) {
        return TokenMint.of(key)
                .with("sub", name)
                .holder(List.of("reader"), List.of("*"))
                .signed();
    }
}
