@NullMarked
package dev.triad.ledger.cohort;

import org.jspecify.annotations.NullMarked;
