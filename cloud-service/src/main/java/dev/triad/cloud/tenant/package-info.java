/** Who uses the cloud, at what rates, and on which capacity. */
@NullMarked
package dev.triad.cloud.tenant;

import org.jspecify.annotations.NullMarked;
