/** {@code triad verify}: shows that the ledger keeps its promises. */
@NullMarked
package dev.triad.cli.verify;

import org.jspecify.annotations.NullMarked;
