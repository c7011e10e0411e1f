/** Who may ask what, and of whom. Whatever speaks HTTP is in {@code web}. */
@NullMarked
package dev.triad.access;

import org.jspecify.annotations.NullMarked;
