/** The effective-dated rate book: what a resource costs from when on. */
@NullMarked
package dev.triad.ledger.rate;

import org.jspecify.annotations.NullMarked;
