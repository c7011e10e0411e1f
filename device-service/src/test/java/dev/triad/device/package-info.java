@NullMarked
package dev.triad.device;

import org.jspecify.annotations.NullMarked;
