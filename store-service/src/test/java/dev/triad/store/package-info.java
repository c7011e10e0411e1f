@NullMarked
package dev.triad.store;

import org.jspecify.annotations.NullMarked;
