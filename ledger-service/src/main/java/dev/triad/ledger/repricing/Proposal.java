package dev.triad.ledger.repricing;

import dev.triad.events.RatePublished;
import dev.triad.ledger.group.Groups;
import java.time.Instant;

/**
 * A rate that someone proposes, of a group and a unit that there are.
 *
 * @param publishedAt the {@code ce_time} of its publication
 */
record Proposal(Groups.Known group, RatePublished rate, Instant publishedAt) {}
