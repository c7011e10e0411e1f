/** Tests. */
@NullMarked
package dev.triad.cli.imports.delivery;

import org.jspecify.annotations.NullMarked;
