package dev.triad.device;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The device units of amazon, which comes first, and of google, without their simulation: only what a test
 * commands happens.
 */
public class QuietDevices implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "triad.scenarios", "amazon,google",
                "triad.simulation.enabled", "false",
                "quarkus.http.test-port", "0",
                "quarkus.log.category.\"kafka\".level", "WARN",
                "quarkus.log.category.\"org.apache.kafka\".level", "WARN");
    }
}
