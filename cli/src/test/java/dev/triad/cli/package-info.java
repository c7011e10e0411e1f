/** Holds the one command, from its script on, to what people are told of it. */
@NullMarked
package dev.triad.cli;

import org.jspecify.annotations.NullMarked;
