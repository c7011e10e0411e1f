/** The console in a real browser, before a running stack. */
@NullMarked
package dev.triad.cli.console;

import org.jspecify.annotations.NullMarked;
