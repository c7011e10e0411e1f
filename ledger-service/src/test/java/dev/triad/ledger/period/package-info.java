@NullMarked
package dev.triad.ledger.period;

import org.jspecify.annotations.NullMarked;
