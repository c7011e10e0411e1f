package dev.triad.events;

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
    ATTRIBUTION("attribution-exceeds-one");

    private final String code;

    Defect(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
