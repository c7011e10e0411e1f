@NullMarked
package dev.triad.simulation.runner;

import org.jspecify.annotations.NullMarked;
