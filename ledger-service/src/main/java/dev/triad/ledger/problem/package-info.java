/** How this service says no. */
@NullMarked
package dev.triad.ledger.problem;

import org.jspecify.annotations.NullMarked;
