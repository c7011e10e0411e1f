@NullMarked
package dev.triad.ledger.log;

import org.jspecify.annotations.NullMarked;
