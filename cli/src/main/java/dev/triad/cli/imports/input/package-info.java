/**
 * Files as they come: plain or gzip, any size, any damage. Everything is read line by line within limits, so
 * that no file can exhaust memory, and a line that cannot be read costs that line alone.
 */
@NullMarked
package dev.triad.cli.imports.input;

import org.jspecify.annotations.NullMarked;
