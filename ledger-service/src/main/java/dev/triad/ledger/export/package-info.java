/** The journal in the formats of plain-text accounting. */
@NullMarked
package dev.triad.ledger.export;

import org.jspecify.annotations.NullMarked;
