@NullMarked
package dev.triad.ledger.export;

import org.jspecify.annotations.NullMarked;
