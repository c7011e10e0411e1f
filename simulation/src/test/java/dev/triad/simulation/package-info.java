@NullMarked
package dev.triad.simulation;

import org.jspecify.annotations.NullMarked;
