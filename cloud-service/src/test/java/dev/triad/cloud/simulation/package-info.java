@NullMarked
package dev.triad.cloud.simulation;

import org.jspecify.annotations.NullMarked;
