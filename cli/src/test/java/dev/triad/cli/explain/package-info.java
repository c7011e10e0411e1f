@NullMarked
package dev.triad.cli.explain;

import org.jspecify.annotations.NullMarked;
