@NullMarked
package dev.triad.cli.export;

import org.jspecify.annotations.NullMarked;
