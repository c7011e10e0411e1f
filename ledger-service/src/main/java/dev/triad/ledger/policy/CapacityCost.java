package dev.triad.ledger.policy;

/** How fully distributed cost divides the cost of capacity among its users. It posts nothing. */
public enum CapacityCost {
    /** By how much each uses. */
    USAGE,
    /** By what each pays. */
    REVENUE,
    /** The same for each. */
    EQUAL
}
