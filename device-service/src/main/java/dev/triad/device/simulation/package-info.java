/** The devices' simulated trade. Pure, but for the bean that hosts it. */
@NullMarked
package dev.triad.device.simulation;

import org.jspecify.annotations.NullMarked;
