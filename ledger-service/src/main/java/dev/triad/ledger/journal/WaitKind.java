package dev.triad.ledger.journal;

/** The kinds of counterpart that an event can wait for. */
public enum WaitKind {
    GROUP("group", true),
    UNIT("unit", true),
    RATE("rate", false),
    SALE("sale", false);

    private final String code;
    private final boolean changesReference;

    WaitKind(String code, boolean changesReference) {
        this.code = code;
        this.changesReference = changesReference;
    }

    public String code() {
        return code;
    }

    /** Whether what waits for it may itself be a declaration or a rate. */
    public boolean changesReference() {
        return changesReference;
    }
}
