package dev.triad.ledger.posting;

import java.time.Instant;

/**
 * An event's own entry, as far as its accounting date goes.
 *
 * @param time when it happened
 * @param bookedAt its accounting date
 */
public record DatedEntry(EventKey event, RecordPosition position, Instant time, Instant bookedAt) {}
