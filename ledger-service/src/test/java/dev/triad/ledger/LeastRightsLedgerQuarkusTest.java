package dev.triad.ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** Events are posted, set aside and tried again by a ledger that may do no more in its database than it has to, too. */
@Tag("long")
@QuarkusTest
@TestProfile(LeastRights.class)
class LeastRightsLedgerQuarkusTest extends LedgerQuarkusTest {}
