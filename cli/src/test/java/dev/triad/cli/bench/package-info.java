/** The bench's own arithmetic, and the whole of it on a small workload. */
@NullMarked
package dev.triad.cli.bench;

import org.jspecify.annotations.NullMarked;
