/** What is said to a device, and ordered through it. */
@NullMarked
package dev.triad.device.voice;

import org.jspecify.annotations.NullMarked;
