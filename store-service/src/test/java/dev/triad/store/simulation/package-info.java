@NullMarked
package dev.triad.store.simulation;

import org.jspecify.annotations.NullMarked;
