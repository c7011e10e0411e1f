@NullMarked
package dev.triad.ledger.book;

import org.jspecify.annotations.NullMarked;
