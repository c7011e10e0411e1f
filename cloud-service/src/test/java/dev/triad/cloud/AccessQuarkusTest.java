package dev.triad.cloud;

import dev.triad.testing.IssuerTestResource;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.UnitAccessContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;

/** The clouds of two companies, each of which has readers who must not learn of the other. */
@QuarkusTest
@TestProfile(AccessQuarkusTest.TwoClouds.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessQuarkusTest extends UnitAccessContract {
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

    @Override
    protected String name() {
        return "cloud-service";
    }

    @Override
    protected String other() {
        return OTHER;
    }
}
