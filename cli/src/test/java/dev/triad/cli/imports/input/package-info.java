/** Tests. */
@NullMarked
package dev.triad.cli.imports.input;

import org.jspecify.annotations.NullMarked;
