package dev.triad.ledger.posting;

import java.time.Instant;

/**
 * The entries of an event that are booked at one moment get another accounting date.
 *
 * @param from the accounting date that they have
 * @param to the one that they get
 */
public record Redated(EventKey event, Instant from, Instant to) {}
