/** What is simulated: one file a group, each number with its source or marked as an assumption. */
@NullMarked
package dev.triad.simulation.scenario;

import org.jspecify.annotations.NullMarked;
