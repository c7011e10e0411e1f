@NullMarked
package dev.triad.cli.terminal;

import org.jspecify.annotations.NullMarked;
