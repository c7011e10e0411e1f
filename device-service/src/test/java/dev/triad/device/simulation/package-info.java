@NullMarked
package dev.triad.device.simulation;

import org.jspecify.annotations.NullMarked;
