/** An event followed through the ledger: its record, its entries, the balances that it moved. */
@NullMarked
package dev.triad.ledger.event;

import org.jspecify.annotations.NullMarked;
