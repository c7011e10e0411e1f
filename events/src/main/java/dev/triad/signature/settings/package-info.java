/** Keys and producers as they are configured, the same in every service. */
@NullMarked
package dev.triad.signature.settings;

import org.jspecify.annotations.NullMarked;
