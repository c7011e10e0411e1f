@NullMarked
package dev.triad.ledger.explanation;

import org.jspecify.annotations.NullMarked;
