@NullMarked
package dev.triad.ledger.costgame;

import org.jspecify.annotations.NullMarked;
