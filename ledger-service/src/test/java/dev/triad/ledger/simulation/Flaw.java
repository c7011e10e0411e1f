package dev.triad.ledger.simulation;

/** A bug that is planted in the store, to see whether the simulation finds it. */
enum Flaw {
    NONE,
    /** Offsets are neither locked nor moved on condition: a stale owner posts again. */
    OFFSETS_WITHOUT_CONDITION,
    /** Offsets become durable before the transaction does. */
    OFFSETS_AHEAD_OF_ENTRIES,
    /** Entries become durable before their balances do. */
    ENTRIES_AHEAD_OF_BALANCES,
    /** Offsets never become durable. */
    OFFSETS_FORGOTTEN,
    /** An event may have any number of entries. */
    NO_UNIQUE_INDEX,
    /** A transaction that was not committed is committed when it is closed. */
    NO_ROLLBACK,
    /** The exclusive lock on groups and rates keeps nobody out. */
    RATES_WITHOUT_LOCK,
    /** A return writes its own lines alone: another one of the same sale, of other lines, does not notice it. */
    RETURNS_UNAWARE_OF_EACH_OTHER,
    /** Suspense items that were tried again are done with, whatever came of it. */
    SUSPENSE_DROPPED,
    /** A closing moves nothing: what was posted since it was made stays in the period that it closes. */
    LATE_ENTRIES_STAY,
    /** What a rate says that came late is booked when its usage happened, closed or not. */
    LATE_RATES_IN_CLOSED_PERIODS
}
