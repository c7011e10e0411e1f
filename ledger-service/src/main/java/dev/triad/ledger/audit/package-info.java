/** Proves the books: the log is read and posted again, and held to entries, balances, offsets and chain. */
@NullMarked
package dev.triad.ledger.audit;

import org.jspecify.annotations.NullMarked;
