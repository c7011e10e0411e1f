/** What the ledger does again and again. */
@NullMarked
package dev.triad.ledger.timer;

import org.jspecify.annotations.NullMarked;
