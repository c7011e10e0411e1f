/** When a unit service is ready. */
@NullMarked
package dev.triad.simulation.health;

import org.jspecify.annotations.NullMarked;
