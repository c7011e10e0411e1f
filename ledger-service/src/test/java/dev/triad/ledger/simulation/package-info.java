/** The ledger's own logic in a world of chance: a simulated log and store, and a scheduler that a seed decides for. */
@NullMarked
package dev.triad.ledger.simulation;

import org.jspecify.annotations.NullMarked;
