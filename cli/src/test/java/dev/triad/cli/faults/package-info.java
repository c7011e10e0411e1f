@NullMarked
package dev.triad.cli.faults;

import org.jspecify.annotations.NullMarked;
