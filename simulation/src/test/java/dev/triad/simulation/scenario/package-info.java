@NullMarked
package dev.triad.simulation.scenario;

import org.jspecify.annotations.NullMarked;
