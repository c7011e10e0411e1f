/** The page that people look at, and what it needs to know beside the books. */
@NullMarked
package dev.triad.ledger.console;

import org.jspecify.annotations.NullMarked;
