/** The groups and units that have been declared. */
@NullMarked
package dev.triad.ledger.group;

import org.jspecify.annotations.NullMarked;
