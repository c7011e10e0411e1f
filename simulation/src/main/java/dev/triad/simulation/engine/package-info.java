/** The pure core: what a unit does in one virtual hour, given its state and a seeded generator. */
@NullMarked
package dev.triad.simulation.engine;

import org.jspecify.annotations.NullMarked;
