package dev.triad.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.testing.AccessContract;
import dev.triad.testing.IssuerTestResource;
import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The clouds of two companies, each of which has readers who must not learn of the other. */
@QuarkusTest
@TestProfile(AccessQuarkusTest.TwoClouds.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessQuarkusTest extends AccessContract {
    private static final String OTHER = "google";

    /** Both of them, without their simulations. */
    public static final class TwoClouds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QuietCloud().getConfigOverrides());
            settings.put("triad.scenarios", OWN + ',' + OTHER);
            return settings;
        }
    }

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                send("GET", "/q/health/ready", null, null).status())
                        .isEqualTo(200));
    }

    @Override
    protected String name() {
        return "cloud-service";
    }

    @Override
    protected URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @Override
    protected String other() {
        return OTHER;
    }

    @Override
    protected Set<String> traces() {
        return Set.of(OTHER);
    }

    @Override
    protected @Nullable String parameter(String path, String name, String group) {
        return null;
    }
}
