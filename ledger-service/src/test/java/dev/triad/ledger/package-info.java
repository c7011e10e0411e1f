@NullMarked
package dev.triad.ledger;

import org.jspecify.annotations.NullMarked;
