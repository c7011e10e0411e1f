/** The ledger's live stream in a terminal or a pipe: what happens, and what it posts. */
@NullMarked
package dev.triad.cli.watch;

import org.jspecify.annotations.NullMarked;
