/** Closed periods: what a closing fixes, and what it makes late. */
@NullMarked
package dev.triad.ledger.period;

import org.jspecify.annotations.NullMarked;
