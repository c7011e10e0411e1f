package dev.triad.cloud.settlement;

import dev.triad.cloud.rate.Rate;
import java.time.Instant;

/**
 * A rate with the moment from which it applies.
 *
 * @param effectiveFrom inclusive
 * @param rate what one costs
 */
public record ScheduledRate(Instant effectiveFrom, Rate rate) {}
