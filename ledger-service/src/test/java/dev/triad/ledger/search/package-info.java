@NullMarked
package dev.triad.ledger.search;

import org.jspecify.annotations.NullMarked;
