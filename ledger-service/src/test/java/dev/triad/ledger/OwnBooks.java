package dev.triad.ledger;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Books of which no other tests know, for what looks at all books there are. Its classes run one after the other, by their
 * names, each with what those before it posted.
 */
public final class OwnBooks implements QuarkusTestProfile {}
