@NullMarked
package dev.triad.ledger.console;

import org.jspecify.annotations.NullMarked;
