/** How far an import has come, for whoever waits for it. */
@NullMarked
package dev.triad.cli.imports.progress;

import org.jspecify.annotations.NullMarked;
