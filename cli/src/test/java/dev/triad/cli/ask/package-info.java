@NullMarked
package dev.triad.cli.ask;

import org.jspecify.annotations.NullMarked;
