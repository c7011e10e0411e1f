/** How the units say no over HTTP. */
@NullMarked
package dev.triad.simulation.problem;

import org.jspecify.annotations.NullMarked;
