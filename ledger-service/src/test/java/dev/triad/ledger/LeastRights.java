package dev.triad.ledger;

import dev.triad.testing.KafkaTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A ledger that may do no more in its database than it has to. */
public final class LeastRights implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KafkaTestResource.class), new TestResourceEntry(RightsTestResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
