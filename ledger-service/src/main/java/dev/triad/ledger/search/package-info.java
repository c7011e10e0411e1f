/** The search of history: entries in the order of their accounting dates, with their events. */
@NullMarked
package dev.triad.ledger.search;

import org.jspecify.annotations.NullMarked;
