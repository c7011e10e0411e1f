@NullMarked
package dev.triad.cloud.load;

import org.jspecify.annotations.NullMarked;
