package dev.triad.ledger.policy;

/** Whether memo pairs of a kind are kept. */
public enum MemoPairs {
    /** As events and declarations say. */
    DECLARED,
    /** There are none. */
    NONE
}
