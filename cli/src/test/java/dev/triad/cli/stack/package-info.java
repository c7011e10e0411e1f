/** Holds the stack's commands to what people are told of them. */
@NullMarked
package dev.triad.cli.stack;

import org.jspecify.annotations.NullMarked;
