/** Cost games and shared-cost allocations of the user's own numbers, over HTTP. */
@NullMarked
package dev.triad.ledger.analysis;

import org.jspecify.annotations.NullMarked;
