/** Devices by product and week of sale. */
@NullMarked
package dev.triad.device.cohort;

import org.jspecify.annotations.NullMarked;
