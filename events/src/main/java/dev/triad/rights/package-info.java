/** Who may do what to the log, and the program that tells the broker so. */
@NullMarked
package dev.triad.rights;

import org.jspecify.annotations.NullMarked;
