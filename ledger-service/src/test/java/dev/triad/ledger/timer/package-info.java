@NullMarked
package dev.triad.ledger.timer;

import org.jspecify.annotations.NullMarked;
