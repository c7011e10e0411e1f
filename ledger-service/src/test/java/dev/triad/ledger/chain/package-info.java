@NullMarked
package dev.triad.ledger.chain;

import org.jspecify.annotations.NullMarked;
