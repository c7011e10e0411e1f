/** From the units' income statements to the group's: what they charged each other eliminates to nothing. */
@NullMarked
package dev.triad.ledger.consolidation;

import org.jspecify.annotations.NullMarked;
