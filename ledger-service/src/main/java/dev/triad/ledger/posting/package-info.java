/** Pure functions: event, rates and policy to a balanced entry. No framework, no I/O. */
@NullMarked
package dev.triad.ledger.posting;

import org.jspecify.annotations.NullMarked;
