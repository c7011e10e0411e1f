/**
 * Cost games: what it costs to serve each set of users, and whether what they pay is free of cross-subsidy. Pure.
 */
@NullMarked
package dev.triad.ledger.costgame;

import org.jspecify.annotations.NullMarked;
