@NullMarked
package dev.triad.ledger.subsidy;

import org.jspecify.annotations.NullMarked;
