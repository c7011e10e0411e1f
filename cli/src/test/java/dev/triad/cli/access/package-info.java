@NullMarked
package dev.triad.cli.access;

import org.jspecify.annotations.NullMarked;
