package dev.triad.ledger.book;

import dev.triad.ledger.LeastRights;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** Books answer and are refused by a ledger that owns no table, too. */
@Tag("long")
@QuarkusTest
@TestProfile(LeastRights.class)
class LeastRightsBookAnswersQuarkusTest extends BookAnswersQuarkusTest {}
