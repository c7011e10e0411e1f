/** How much one client may ask for. */
@NullMarked
package dev.triad.limits;

import org.jspecify.annotations.NullMarked;
