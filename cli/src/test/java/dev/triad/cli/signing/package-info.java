@NullMarked
package dev.triad.cli.signing;

import org.jspecify.annotations.NullMarked;
