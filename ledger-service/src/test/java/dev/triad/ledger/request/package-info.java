@NullMarked
package dev.triad.ledger.request;

import org.jspecify.annotations.NullMarked;
