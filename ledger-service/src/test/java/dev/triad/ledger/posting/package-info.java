@NullMarked
package dev.triad.ledger.posting;

import org.jspecify.annotations.NullMarked;
