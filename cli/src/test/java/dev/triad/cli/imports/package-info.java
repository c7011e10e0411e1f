/** The import over hand-made excerpts, over the real files where they are, and over damaged ones. */
@NullMarked
package dev.triad.cli.imports;

import org.jspecify.annotations.NullMarked;
