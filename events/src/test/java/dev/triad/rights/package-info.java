@NullMarked
package dev.triad.rights;

import org.jspecify.annotations.NullMarked;
