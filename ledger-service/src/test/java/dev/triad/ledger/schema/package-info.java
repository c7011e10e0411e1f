@NullMarked
package dev.triad.ledger.schema;

import org.jspecify.annotations.NullMarked;
