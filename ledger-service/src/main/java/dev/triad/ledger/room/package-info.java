/** Bounds how much of what takes long is done at once. */
@NullMarked
package dev.triad.ledger.room;

import org.jspecify.annotations.NullMarked;
