package dev.triad.ledger.book;

import dev.triad.ledger.LeastRights;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** Books are made, followed, dated anew and deleted by a ledger that owns no table, too. */
@Tag("long")
@QuarkusTest
@TestProfile(LeastRights.class)
class LeastRightsBookQuarkusTest extends BookQuarkusTest {}
