/** What a shell needs to complete commands and options. */
@NullMarked
package dev.triad.cli.completion;

import org.jspecify.annotations.NullMarked;
