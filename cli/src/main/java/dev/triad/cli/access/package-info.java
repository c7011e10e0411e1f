/** Tokens: the local stack's issuer of them, and showing one to a ledger that wants to know who asks. */
@NullMarked
package dev.triad.cli.access;

import org.jspecify.annotations.NullMarked;
