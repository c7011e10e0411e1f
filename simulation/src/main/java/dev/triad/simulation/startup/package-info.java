/** How a service becomes ready: checkpoints, log, then commands and simulation. */
@NullMarked
package dev.triad.simulation.startup;

import org.jspecify.annotations.NullMarked;
