@NullMarked
package dev.triad.ledger.policy;

import org.jspecify.annotations.NullMarked;
