/** Devices and virtual goods sold by command. */
@NullMarked
package dev.triad.device.sale;

import org.jspecify.annotations.NullMarked;
