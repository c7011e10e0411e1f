/** What cannot be posted yet, or at all, and the way back. */
@NullMarked
package dev.triad.ledger.suspense;

import org.jspecify.annotations.NullMarked;
