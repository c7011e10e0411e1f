/** The one command: runs the stack, imports real data, tells what is going on. */
@NullMarked
package dev.triad.cli;

import org.jspecify.annotations.NullMarked;
