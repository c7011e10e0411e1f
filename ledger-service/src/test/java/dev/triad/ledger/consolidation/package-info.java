@NullMarked
package dev.triad.ledger.consolidation;

import org.jspecify.annotations.NullMarked;
