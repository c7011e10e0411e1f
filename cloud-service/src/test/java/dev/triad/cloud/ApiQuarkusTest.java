package dev.triad.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.access.web.AccessProblem;
import dev.triad.limits.web.LimitProblem;
import dev.triad.problem.Problem;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.testing.HostileRequestsContract;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The cloud answers as its OpenAPI document says. */
@QuarkusTest
@TestProfile(ApiQuarkusTest.Own.class)
@QuarkusTestResource(KafkaTestResource.class)
class ApiQuarkusTest extends HostileRequestsContract {
    /** A service of its own: what is asked here changes its simulation. */
    public static class Own extends QuietCloud {}

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(send("GET", "/q/health/ready", null).statusCode())
                                .isEqualTo(200));
    }

    @Override
    protected URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @Override
    protected Stream<Problem> problems() {
        return Stream.of(
                        Arrays.stream(ProblemCode.values()).map(code -> code.problem("")),
                        Arrays.stream(AccessProblem.values()).map(problem -> problem.with("")),
                        Arrays.stream(LimitProblem.values()).map(problem -> problem.with("")))
                .flatMap(problems -> problems);
    }

    @Override
    protected @Nullable String parameter(String path, String name) {
        return null;
    }
}
