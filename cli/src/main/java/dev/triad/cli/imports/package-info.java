/**
 * {@code triad import}: brings files of other systems into the log as events. A file imported twice changes
 * nothing, and an import that was broken off goes on where it was when it is run again.
 */
@NullMarked
package dev.triad.cli.imports;

import org.jspecify.annotations.NullMarked;
