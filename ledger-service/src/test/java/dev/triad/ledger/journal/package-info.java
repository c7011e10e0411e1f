@NullMarked
package dev.triad.ledger.journal;

import org.jspecify.annotations.NullMarked;
