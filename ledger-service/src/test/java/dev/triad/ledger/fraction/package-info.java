@NullMarked
package dev.triad.ledger.fraction;

import org.jspecify.annotations.NullMarked;
