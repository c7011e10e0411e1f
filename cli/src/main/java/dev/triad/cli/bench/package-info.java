/** Measures a packaged ledger from outside: how fast it is, and what that takes of the machine. */
@NullMarked
package dev.triad.cli.bench;

import org.jspecify.annotations.NullMarked;
