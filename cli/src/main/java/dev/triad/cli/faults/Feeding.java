package dev.triad.cli.faults;

/** The ways in which events come into the log. */
enum Feeding {
    /** A producer whose retries the broker recognises. */
    IDEMPOTENT_PRODUCER,

    /** A producer whose retries the broker takes for new records. */
    RETRYING_PRODUCER,

    /** Two imports of the same file at once. */
    TWO_IMPORTS
}
