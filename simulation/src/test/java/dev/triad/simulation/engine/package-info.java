@NullMarked
package dev.triad.simulation.engine;

import org.jspecify.annotations.NullMarked;
