/** What commands print, and to whom: a terminal is told apart from a pipe, and text cannot steer it. */
@NullMarked
package dev.triad.cli.terminal;

import org.jspecify.annotations.NullMarked;
