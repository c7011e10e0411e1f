/** The metering interface: what customers and units used. */
@NullMarked
package dev.triad.cloud.metering;

import org.jspecify.annotations.NullMarked;
