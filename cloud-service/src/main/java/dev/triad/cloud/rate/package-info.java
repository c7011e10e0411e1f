/** What the cloud's resources cost. Pure. */
@NullMarked
package dev.triad.cloud.rate;

import org.jspecify.annotations.NullMarked;
