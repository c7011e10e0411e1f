@NullMarked
package dev.triad.ledger.intake;

import org.jspecify.annotations.NullMarked;
