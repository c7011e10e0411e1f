/** The customers outside, simulated. Pure, but for the bean that hosts it. */
@NullMarked
package dev.triad.cloud.simulation;

import org.jspecify.annotations.NullMarked;
