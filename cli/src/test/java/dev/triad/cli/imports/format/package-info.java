/** Tests. */
@NullMarked
package dev.triad.cli.imports.format;

import org.jspecify.annotations.NullMarked;
