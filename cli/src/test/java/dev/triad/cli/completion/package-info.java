@NullMarked
package dev.triad.cli.completion;

import org.jspecify.annotations.NullMarked;
