package dev.triad.ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every operation answers by a ledger that may do no more in its database than it has to, too. */
@QuarkusTest
@TestProfile(LeastRights.class)
class LeastRightsApiQuarkusTest extends ApiQuarkusTest {}
