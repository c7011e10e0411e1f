/** The database of ledgers that may do no more there than they have to. */
@NullMarked
package dev.triad.ledger.schema;

import org.jspecify.annotations.NullMarked;
