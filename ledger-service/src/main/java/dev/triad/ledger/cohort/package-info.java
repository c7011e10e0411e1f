/** Devices by week of sale: what they lost, cost and brought since. */
@NullMarked
package dev.triad.ledger.cohort;

import org.jspecify.annotations.NullMarked;
