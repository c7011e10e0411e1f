@NullMarked
package dev.triad.ledger.analysis;

import org.jspecify.annotations.NullMarked;
