@NullMarked
package dev.triad.ledger.audit;

import org.jspecify.annotations.NullMarked;
