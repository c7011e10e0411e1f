package dev.triad.ledger.audit;

/** Which entry: the place of its record and its revision. */
record EntryRef(long position, int revision) {}
