@NullMarked
package dev.triad.ledger.provision;

import org.jspecify.annotations.NullMarked;
