@NullMarked
package dev.triad.ledger.closing;

import org.jspecify.annotations.NullMarked;
