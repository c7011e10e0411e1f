/** The only writer: entries, balances, suspense and offsets, in one PostgreSQL transaction. */
@NullMarked
package dev.triad.ledger.journal;

import org.jspecify.annotations.NullMarked;
