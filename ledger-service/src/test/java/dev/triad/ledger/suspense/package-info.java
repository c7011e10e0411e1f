@NullMarked
package dev.triad.ledger.suspense;

import org.jspecify.annotations.NullMarked;
