/** What units provide to others: the cost pools behind it, who uses them and what they pay, tested for cross-subsidy. */
@NullMarked
package dev.triad.ledger.provision;

import org.jspecify.annotations.NullMarked;
