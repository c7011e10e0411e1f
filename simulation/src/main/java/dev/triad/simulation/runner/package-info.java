/** What drives a unit through its virtual hours: history first, then paced by the clock. */
@NullMarked
package dev.triad.simulation.runner;

import org.jspecify.annotations.NullMarked;
