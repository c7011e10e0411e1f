package dev.triad.store;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.LimitsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The store holds back who asks too much. */
@QuarkusTest
@TestProfile(LimitsQuarkusTest.Limited.class)
@QuarkusTestResource(KafkaTestResource.class)
class LimitsQuarkusTest extends LimitsContract {
    /** Little of everything. */
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return settingsBeside(new QuietStore().getConfigOverrides());
        }
    }

    @Override
    protected String question() {
        return "/api/v1/catalogue";
    }

    @Override
    protected String command() {
        return "/api/v1/orders";
    }
}
