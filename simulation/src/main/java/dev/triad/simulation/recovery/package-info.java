/** What outlives a service: its checkpoints, and the log that it reads again. */
@NullMarked
package dev.triad.simulation.recovery;

import org.jspecify.annotations.NullMarked;
