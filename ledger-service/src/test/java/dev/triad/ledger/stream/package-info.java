@NullMarked
package dev.triad.ledger.stream;

import org.jspecify.annotations.NullMarked;
