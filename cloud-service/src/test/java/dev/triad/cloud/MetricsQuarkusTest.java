package dev.triad.cloud;

import static io.restassured.RestAssured.given;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.MetricsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** The cloud gives the metrics that are documented. */
@QuarkusTest
@TestProfile(QuietCloud.class)
@QuarkusTestResource(KafkaTestResource.class)
class MetricsQuarkusTest extends MetricsContract {
    @Override
    protected List<String> sections() {
        return List.of("Every unit", "Cloud");
    }

    @Override
    protected List<String> watchers() {
        return List.of("triad-units", "triad-services");
    }

    /** A command is counted whatever comes of it: the cloud has no such resource. */
    @Override
    protected void use() {
        given().contentType("application/json")
                .body(Map.of(
                        "consumer", "harbor-video",
                        "consumerKind", "tenant",
                        "resource", "nothing",
                        "quantity", "1"))
                .post("/api/v1/usage")
                .then()
                .statusCode(422);
    }
}
