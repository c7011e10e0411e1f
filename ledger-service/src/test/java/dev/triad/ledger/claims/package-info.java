@NullMarked
package dev.triad.ledger.claims;

import org.jspecify.annotations.NullMarked;
