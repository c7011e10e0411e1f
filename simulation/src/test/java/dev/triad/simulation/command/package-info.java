@NullMarked
package dev.triad.simulation.command;

import org.jspecify.annotations.NullMarked;
