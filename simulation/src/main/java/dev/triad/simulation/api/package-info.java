/** What the three units' HTTP interfaces share: the control of the simulation. */
@NullMarked
package dev.triad.simulation.api;

import org.jspecify.annotations.NullMarked;
