/**
 * A seeded stream of a whole company's trade, of any length, which knows to the last unit what a ledger must make of
 * it.
 */
@NullMarked
package dev.triad.cli.workload;

import org.jspecify.annotations.NullMarked;
