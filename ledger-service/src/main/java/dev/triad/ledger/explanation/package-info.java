/** Entries with the reasons of their amounts, computed once more by the functions that post. */
@NullMarked
package dev.triad.ledger.explanation;

import org.jspecify.annotations.NullMarked;
