/** Books beside the actual one: made of its entries by other policies, in the background, and kept level with it. */
@NullMarked
package dev.triad.ledger.book;

import org.jspecify.annotations.NullMarked;
