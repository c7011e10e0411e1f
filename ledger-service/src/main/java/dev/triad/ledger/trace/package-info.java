/** The ledger's part of traces that began with whoever produced an event. */
@NullMarked
package dev.triad.ledger.trace;

import org.jspecify.annotations.NullMarked;
