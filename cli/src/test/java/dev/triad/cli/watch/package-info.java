@NullMarked
package dev.triad.cli.watch;

import org.jspecify.annotations.NullMarked;
