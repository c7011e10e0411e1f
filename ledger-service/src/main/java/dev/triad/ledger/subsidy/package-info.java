/** The funding matrix: who grants whom how much, by mechanism. */
@NullMarked
package dev.triad.ledger.subsidy;

import org.jspecify.annotations.NullMarked;
