@NullMarked
package dev.triad.ledger.allocation;

import org.jspecify.annotations.NullMarked;
