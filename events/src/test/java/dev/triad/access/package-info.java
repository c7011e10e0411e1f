@NullMarked
package dev.triad.access;

import org.jspecify.annotations.NullMarked;
