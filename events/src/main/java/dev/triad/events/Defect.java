package dev.triad.events;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a record can never be posted as it stands. The code is stable: people filter by it. */
public enum Defect {
    TOO_LARGE("too-large"),
    HEADER("header"),
    TYPE("unknown-type"),
    TOPIC("wrong-topic"),
    SOURCE("source"),
    ID("id"),
    TIME("time"),
    JSON("malformed-json"),
    MISSING("missing-field"),
    FIELD("invalid-field"),
    ATTRIBUTION("attribution-exceeds-one"),
    UNSIGNED("unsigned"),
    PRODUCER("unknown-producer"),
    SIGNATURE("bad-signature"),
    KEY("expired-key"),
    FOREIGN_SOURCE("foreign-source");

    private static final Set<String> OF_PRODUCERS =
            EnumSet.range(UNSIGNED, FOREIGN_SOURCE).stream().map(Defect::code).collect(Collectors.toUnmodifiableSet());

    private final String code;

    Defect(String code) {
        this.code = code;
    }

    /** Whether a code says that a record was not believed, which other producers and keys may change. */
    public static boolean isOfProducer(String code) {
        return OF_PRODUCERS.contains(code);
    }

    public String code() {
        return code;
    }
}
