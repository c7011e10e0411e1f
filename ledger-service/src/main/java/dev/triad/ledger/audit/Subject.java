package dev.triad.ledger.audit;

/** What is compared, in the order of the closing table. */
public enum Subject {
    RECORDS("records of the log"),
    ENTRIES("entries"),
    ACCOUNTS("accounts"),
    REFERENCE("groups, rates and closings"),
    RETURNS("returned lines"),
    SUSPENSE("suspense items"),
    BALANCES("balances by hour, day and month"),
    MIRRORS("intersegment pairs"),
    TRIAL_BALANCES("trial balances"),
    OFFSETS("offsets"),
    LINKS("links of the chain"),
    HEADS("noted heads");

    private final String words;

    Subject(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
