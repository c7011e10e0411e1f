/** The stream's own books against what its events come to. */
@NullMarked
package dev.triad.cli.workload;

import org.jspecify.annotations.NullMarked;
