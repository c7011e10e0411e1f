@NullMarked
package dev.triad.ledger.comparison;

import org.jspecify.annotations.NullMarked;
