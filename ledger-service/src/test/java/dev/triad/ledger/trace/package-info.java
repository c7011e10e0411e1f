@NullMarked
package dev.triad.ledger.trace;

import org.jspecify.annotations.NullMarked;
