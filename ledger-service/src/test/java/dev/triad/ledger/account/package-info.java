@NullMarked
package dev.triad.ledger.account;

import org.jspecify.annotations.NullMarked;
