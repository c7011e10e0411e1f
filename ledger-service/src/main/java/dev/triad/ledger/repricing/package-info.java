/** Rates that change what is on the books: tried out first, then published, and what came of them. */
@NullMarked
package dev.triad.ledger.repricing;

import org.jspecify.annotations.NullMarked;
