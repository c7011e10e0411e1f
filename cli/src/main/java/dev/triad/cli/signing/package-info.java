/** Who signs what the command line sends, and the keys of a stack on this machine. */
@NullMarked
package dev.triad.cli.signing;

import org.jspecify.annotations.NullMarked;
