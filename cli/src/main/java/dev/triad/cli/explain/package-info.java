/** One event explained: what it says, what it posted and why, and which balances it moved. */
@NullMarked
package dev.triad.cli.explain;

import org.jspecify.annotations.NullMarked;
