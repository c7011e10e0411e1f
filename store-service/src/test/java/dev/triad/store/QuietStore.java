package dev.triad.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The store of amazon alone, without its simulation: only what a test commands happens. */
public class QuietStore implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "triad.scenarios", "amazon",
                "triad.simulation.enabled", "false",
                "quarkus.http.test-port", "0",
                "quarkus.log.category.\"kafka\".level", "WARN",
                "quarkus.log.category.\"org.apache.kafka\".level", "WARN");
    }
}
