@NullMarked
package dev.triad.limits;

import org.jspecify.annotations.NullMarked;
