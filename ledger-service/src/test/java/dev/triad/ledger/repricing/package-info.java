@NullMarked
package dev.triad.ledger.repricing;

import org.jspecify.annotations.NullMarked;
