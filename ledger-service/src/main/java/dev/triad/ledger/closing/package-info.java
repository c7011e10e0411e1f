/** Closing the books of a period, and how periods stand. */
@NullMarked
package dev.triad.ledger.closing;

import org.jspecify.annotations.NullMarked;
