package dev.triad.ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;

/** Every operation answers by a ledger that may do no more in its database than it has to, too. */
@QuarkusTest
@Tag("long")
@TestProfile(LeastRights.class)
class LeastRightsApiQuarkusTest extends ApiQuarkusTest {
    @Override
    @Disabled("what is refused asks the database for nothing more, so that ApiQuarkusTest's minutes are enough")
    protected void whateverIsAskedIsAnsweredAsDocumented() {}
}
