@NullMarked
package dev.triad.device.cohort;

import org.jspecify.annotations.NullMarked;
